import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { TallyView } from '../../../../operations/board/views.ts'
import { Scaled } from './bar.tsx'

const tally = (overdue: number, soon: number): TallyView => ({
  overdue,
  'due-soon': soon,
  'in-time': 0,
  'done-on-time': 0,
  'done-late': 0,
  'no-due': 0,
})

const drawn = (of: TallyView, most: number) => {
  const svg = renderToStaticMarkup(<Scaled tally={of} most={most} />)
  return { widths: [...svg.matchAll(/<rect[^>]* width="([^"]+)"/g)].map(([, width]) => width), broken: svg.includes('bar-break') }
}

test('[BRD-16] a row within the scale is drawn to it, whole', () => {
  expect(drawn(tally(1, 2), 4)).toEqual({ widths: ['25%', '50%'], broken: false })
  expect(drawn(tally(4, 0), 4)).toEqual({ widths: ['100%'], broken: false })
})

test('[BRD-16] a longer row fills the scale in proportion, and is broken', () => {
  expect(drawn(tally(30, 10), 4)).toEqual({ widths: ['75%', '25%'], broken: true })
})
