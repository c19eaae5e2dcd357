import { expect, test } from 'vitest'
import { z } from 'zod'
import { speaker } from '../../base/text/text.ts'
import { registry } from '../../operations/registry.ts'
import { fieldWords, refusalWords } from './field-words.ts'

const said = (refusal: Parameters<typeof refusalWords>[0]): string => refusalWords(refusal, speaker('vi'), 'vi')

// 26-11-2026: «Giá trị của «files.0.sha256» không đúng»
test('[PAG-17] [PAG-56] a refusal on a page calls a field as people do; a file and a body keep their names', () => {
  expect(said({ code: 'bad-value', data: { name: 'percent', reason: 'sai kiểu, cần số nguyên' } })).toBe(
    'Giá trị của «tỉ lệ hoàn thành (%)» không đúng: sai kiểu, cần số nguyên.',
  )
  expect(said({ code: 'bad-value', data: { name: 'files.0.sha256', reason: 'sai dạng' } })).toBe(
    'Giá trị của «tệp minh chứng» không đúng: sai dạng.',
  )
  // 27-11-2026: the form of an import called the name of a dataset «nội dung»
  const long = { code: 'bad-value', data: { name: 'title', reason: 'không quá 200 ký tự' } } as const
  expect([said(long), refusalWords(long, speaker('vi'), 'vi', 'dataset')]).toEqual([
    'Giá trị của «nội dung» không đúng: không quá 200 ký tự.',
    'Giá trị của «tên bộ dữ liệu» không đúng: không quá 200 ký tự.',
  ])
  expect(said({ code: 'missing-parameter', data: { name: 'reason' } })).toBe('Cần ghi «lý do».')
  expect(said({ code: 'file-empty', data: { name: 'files' } })).toBe('Tệp «files» rỗng (0 byte).')
})

test('[PAG-17] every field of every operation has a word', () => {
  const fields = registry.flatMap((one) => Object.keys(z.toJSONSchema(one.input, { io: 'input' }).properties ?? {}))
  expect([...new Set(fields)].filter((name) => fieldWords(speaker('vi'), name) === name)).toEqual([])
})
