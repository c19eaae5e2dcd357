import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { speaker } from '../../../base/text/text.ts'
import { NOBODY, OPERATOR, type Who } from '../../../kernel/access/who.ts'
import { contextAt } from '../../context.ts'
import { allPages } from './all.ts'
import { DataHelp } from './help-data.tsx'
import { ways } from './home.tsx'

test('[PAG-43] each work with data leads to a page that is there', () => {
  const html = renderToStaticMarkup(<DataHelp />)
  const leads = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1])
  const there = new Set(allPages.map(({ path }) => path))
  expect(leads.length).toBe(html.split('<dt>').length - 1)
  expect(leads.filter((href) => !there.has(href ?? ''))).toEqual([])
})

test('[PAG-43] who brings data in finds imports and the catalogue among the first ways, others do not', () => {
  const led = (who: Who): readonly string[] =>
    ways({ say: speaker('vi'), context: contextAt(new Date('2026-03-10T02:00:00Z'), 'vi', who) }).map(({ label }) => label)
  expect(led(OPERATOR)).toEqual(expect.arrayContaining(['Nhập dữ liệu', 'Danh mục dữ liệu']))
  expect(led(NOBODY)).not.toContain('Nhập dữ liệu')
})
