import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { RefusalCode } from '../../../base/refusals.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Pager } from './pager.tsx'

const words = (html: string): string => html.replaceAll(/<[^>]+>/g, '')

// 27-11-2026: «1–1 trong 1 dòng»
test('[PAG-42] what stands on one page is counted; else where it stands is told', () => {
  const pager = (given: Partial<Parameters<typeof Pager>[0]>): string =>
    words(renderToStaticMarkup(<Pager first={1} shown={1} what="dòng" firstHref={null} nextHref={null} {...given} />))
  expect([pager({ total: 1 }), pager({})]).toEqual(['1 dòng', '1 dòng'])
  expect(pager({ total: 9, shown: 5, nextHref: '/x' })).toContain('1–5 trong 9 dòng')
  expect(pager({ first: 6, total: 6, firstHref: '/x' })).toContain('6–6 trong 6 dòng')
})

test('[PAG-42] a question that is open is headed as one', () => {
  const heading = (html: string): string => words(/<h2>.*<\/h2>/.exec(html)?.[0] ?? '')
  const headed = (code: RefusalCode): string =>
    heading(renderToStaticMarkup(<ErrorSummary refusal={{ code, data: { column: 'a', value: 'x', n: 1, at: 1 } }} />))
  const asks = ['import-asks-type', 'import-asks-head', 'import-asks-totals', 'import-asks-crs'] as const
  const questions = ['import-unanswered', ...asks, 'import-same-title', 'import-same-file'] as const
  expect(questions.map(headed)).toEqual(questions.map(() => 'Còn câu hỏi chưa trả lời'))
  expect(headed('bad-day')).toBe('Chưa thực hiện được')
})
