import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Reader } from '../components/reader.tsx'
import { Grade } from './certainty.tsx'

const grades = (register: string): readonly string[] => {
  const text = readFileSync(new URL(`../../../../registers/${register}.csv`, import.meta.url), 'utf8')
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, skip_empty_lines: true })
  // a day of the calendar may name its document before the grade
  return [...new Set(rows.map((row) => row['certainty']?.split(', ').at(-1) ?? ''))]
}
const shown = (language: 'vi' | 'en', grade: string): string =>
  renderToStaticMarkup(
    <Reader language={language}>
      <Grade of={grade} />
    </Reader>,
  ).replace(/<[^>]*>/g, '')

test('[PAG-14] every grade of every register is a sentence of its own in both languages, and never the bare word', () => {
  const all = new Set(['places', 'place-successions', 'organisations', 'organisation-successions', 'working-days'].flatMap(grades))
  expect(all.size).toBeGreaterThan(6)
  for (const language of ['vi', 'en'] as const) {
    const words = [...all].map((grade) => shown(language, grade).trim())
    expect(new Set(words).size).toBe(all.size)
    expect(words.filter((text) => all.has(text) || text === '')).toEqual([])
  }
})

test('[PAG-14] a grade that nobody knows is not certain', () => {
  expect([shown('vi', 'lạ').trim(), shown('en', 'lạ').trim()]).toEqual(['chưa chắc chắn', 'not certain'])
})
