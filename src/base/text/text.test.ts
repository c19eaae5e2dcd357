import { expect, test } from 'vitest'
import { en } from './en.ts'
import { pieces, speaker } from './text.ts'
import { vi } from './vi.ts'

const blanksOf = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map((match) => match[1] ?? ''))].sort()

test('[PAG-9] every sentence has both languages, with the same blanks', () => {
  expect(Object.keys(en)).toEqual(Object.keys(vi))
  const differing = Object.entries(vi).filter(
    ([key, text]) => blanksOf(text).join() !== blanksOf(Object.entries(en).find(([other]) => other === key)?.[1] ?? '').join(),
  )
  expect(differing).toEqual([])
})

test('[PAG-9] no sentence is empty, and Vietnamese is composed (NFC)', () => {
  expect(Object.entries(vi).filter(([, text]) => text.trim() === '' || text !== text.normalize('NFC'))).toEqual([])
})

test('a blank is filled, and English chooses by number', () => {
  expect(speaker('vi')('days.left', { n: 26 })).toBe('Còn 26 ngày')
  expect(speaker('en')('days.left', { n: 1 })).toBe('1 day left')
  expect(speaker('en')('days.left', { n: 26 })).toBe('26 days left')
})

test('a sentence is cut at the blanks that are left open', () => {
  expect(pieces(speaker('vi'), 'tasks.lede', { n: 4 })).toEqual(['4 nhiệm vụ đã giao, tình trạng hạn tính đến ', { blank: 'day' }, '.'])
})

test('[PAG-15] a value that turns the direction of writing is put into a sentence without those signs, its words untouched', () => {
  const turned = 'Sở \u202eY tế\u202c \u2066(\u2067a\u2069)'
  expect(speaker('vi')('place.corrected', { read: turned })).toBe('Đọc là “Sở Y tế (a)”')
})
