import { expect, test } from 'vitest'
import { titleOfQuote } from './title.ts'

const spanOf = (quote: string, words: string): readonly [number, number] => [quote.indexOf(words), quote.indexOf(words) + words.length]

test('[TSK-7] the work, without who does it and what for', () => {
  const quote =
    'Sở Y tế chủ trì, phối hợp với Sở Xây dựng và các cơ quan, đơn vị liên quan lập bản đồ trạm y tế của thành phố nhằm rút ngắn đường cấp cứu'
  expect(titleOfQuote(quote, [spanOf(quote, 'Sở Y tế'), spanOf(quote, 'Sở Xây dựng')])).toBe('Lập bản đồ trạm y tế của thành phố')
})

test('[TSK-7] a body named inside the work stays in it', () => {
  const quote = 'Thường xuyên gặp gỡ các bộ, ngành trong vùng và cộng đồng doanh nghiệp'
  expect(titleOfQuote(quote, [spanOf(quote, 'các bộ, ngành')])).toBe('Gặp gỡ các bộ, ngành trong vùng và cộng đồng doanh nghiệp')
})

test('[TSK-7] a sentence without a body keeps its work', () => {
  expect(titleOfQuote('Thường xuyên kiểm tra các bến đò trên sông', [])).toBe('Kiểm tra các bến đò trên sông')
})

test('[TSK-7] a long sentence is cut at a word, never inside one', () => {
  const title = titleOfQuote(`rà soát ${'các tuyến đường liên xã '.repeat(30)}`, [])
  expect(title.length).toBeLessThanOrEqual(241)
  expect(title).toMatch(/\p{L}…$/u)
})

test('[TSK-7] a deadline that closes the sentence stands beside the title, and is left out with what leads up to it', () => {
  const titled = (quote: string, due: string) => titleOfQuote(quote, [], spanOf(quote, due))
  expect(titled('rà soát trạm y tế các xã, hoàn thành trước ngày 15/12/2026.', 'trước ngày 15/12/2026')).toBe('Rà soát trạm y tế các xã')
  expect(titled('rà soát trạm y tế, báo cáo UBND thành phố trước ngày 15/12/2026', 'trước ngày 15/12/2026')).toBe(
    'Rà soát trạm y tế, báo cáo UBND thành phố',
  )
  // in the middle it belongs to the clause, and alone it is all there is
  expect(titled('trước ngày 15/12/2026 báo cáo kết quả rà soát', 'trước ngày 15/12/2026')).toContain('15/12/2026')
  expect(titled('hoàn thành trước ngày 15/12/2026', 'trước ngày 15/12/2026')).toBe('Hoàn thành trước ngày 15/12/2026')
})

test('[TSK-7] what must not happen is the work; who acts with the lead is not', () => {
  expect(titleOfQuote('rà soát giá vật liệu xây dựng trên địa bàn, không để đầu cơ, găm hàng', [])).toBe(
    'Rà soát giá vật liệu xây dựng trên địa bàn, không để đầu cơ, găm hàng',
  )
  for (const quote of ['Sở Nội vụ đồng chủ trì với Sở Y tế xây dựng đề án', 'Sở Nội vụ cùng Sở Y tế đồng chủ trì xây dựng đề án'])
    expect(titleOfQuote(quote, [spanOf(quote, 'Sở Nội vụ'), spanOf(quote, 'Sở Y tế')])).toBe('Xây dựng đề án')
})

test('[TSK-7] a verb that led up to the deadline alone is left out with it', () => {
  const quote = 'xây dựng đề án phòng dịch, trình trước 30/12/2026'
  expect(titleOfQuote(quote, [], spanOf(quote, 'trước 30/12/2026'))).toBe('Xây dựng đề án phòng dịch')
})
