import { expect, test } from 'vitest'
import { speaker } from '../../../../base/text/text.ts'
import { notesOf } from './notes.ts'

test('each reason to look is said once, in the language of the reader', () => {
  const doubt = '«Đồng chủ trì» có thể là «Đồng thời chủ trì»'
  const task = { check: `Nhiều cơ quan cùng được giao; ${doubt}`, unsure: doubt }
  expect(notesOf(task, speaker('en'))).toEqual([
    'Several bodies are charged together.',
    '“Đồng chủ trì” may stand for “Đồng thời chủ trì”.',
  ])
})

test('a reason without words of ours stands as it is', () => {
  expect(notesOf({ check: 'Lý do khác', unsure: null }, speaker('en'))).toEqual(['Lý do khác'])
})
