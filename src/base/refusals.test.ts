import { expect, test } from 'vitest'
import { sentence } from './refusals.ts'

// 26-11-2026: «hạn hiện nay (2026-12-19)»
test('[PAG-16] a refusal says a day as people write it; what is no day stays as it was typed', () => {
  const late = { code: 'extension-not-later', data: { due: '2026-12-19' } } as const
  expect(sentence(late, 'vi')).toBe('Ngày xin gia hạn phải sau hạn hiện nay (19/12/2026).')
  expect(sentence(late, 'en')).toBe('The new day must be later than the due day in force (19/12/2026).')
  const odd = { code: 'bad-day', data: { value: '2026-02-31' } } as const
  expect(sentence(odd, 'vi')).toBe('«2026-02-31» không phải là một ngày. Ghi ngày theo dạng 01/07/2025 (hoặc 2025-07-01).')
})
