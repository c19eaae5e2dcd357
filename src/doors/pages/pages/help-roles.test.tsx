import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { life } from '../../../kernel/task/life.ts'
import { taskActs } from '../../../operations/task/acts.ts'
import { Roles } from './help-roles.tsx'

const rows = new Map(
  [...renderToStaticMarkup(<Roles />).matchAll(/<tr><th[^>]*>([^<]+)<\/th><td[^>]*>([^<]*)<\/td><\/tr>/g)].map(([, what, who]) => [
    what,
    who,
  ]),
)

test('[PAG-24] who may do what is told as the rules have it', () => {
  expect([rows.get('Nghiệm thu'), rows.get('Xin gia hạn'), rows.get('Xin ý kiến lãnh đạo')]).toEqual([
    'bên giao việc',
    'cơ quan chủ trì',
    'cơ quan chủ trì; bên giao việc',
  ])
  expect(rows.get('Cho ý kiến chỉ đạo')).toBe('lãnh đạo UBND')
  expect([...rows.values()].filter((who) => who === 'văn thư; văn phòng').length).toBeGreaterThan(1)
})

test('[PAG-24] every act on a task stands there, and nobody is left unsaid', () => {
  expect(taskActs.filter(({ summary }) => !rows.has(summary.vi))).toEqual([])
  expect(taskActs).toHaveLength(Object.keys(life).length)
  expect([...rows.values()].filter((who) => who === '')).toEqual([])
})
