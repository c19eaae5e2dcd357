import type { Language, Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { isBad } from '../../../kernel/dataset/cell/cell.ts'
import { readerOf } from '../../../kernel/dataset/cell/cell-reader.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import { readDay } from '../../../kernel/dataset/cell/day-text.ts'
import { type RowTest, rowTests } from './rows.ts'

/**
 * Narrowing and order of rows, as they are typed: `dan_so:ge:1000000`, `-dan_so`. Columns are named as the dataset names them;
 * what reaches the database is their position. [DAT-10]
 */
const FOR_TEXT: ReadonlySet<string> = new Set(['has'])

export function testsFrom(filters: readonly string[], columns: readonly Column[], language: Language): Result<readonly RowTest[], Refusal> {
  const tests: RowTest[] = []
  for (const filter of filters) {
    const [name = '', op = '', ...rest] = filter.split(':')
    const column = columns.findIndex((one) => one.name === name)
    const known = rowTests.find((one) => one === op)
    const of = columns[column]
    if (of === undefined) return refuse(wrong('filter', noColumn(name)[language]))
    if (known === undefined) return refuse(wrong('filter', noTest(filter)[language]))
    if (FOR_TEXT.has(op) && of.type !== 'text') return refuse(wrong('filter', noText(of.label)[language]))
    // letters are kept as one code each [DAT-62]
    const said = rest.join(':').normalize('NFC')
    // a day among times is its beginning
    const isDay = of.type === 'instant' && readDay(said.trim(), 'dmy') !== null
    const value = isDay ? `${said.trim()}T00:00:00` : said
    if (known === 'empty' || known === 'any' || known === 'has') {
      tests.push({ column, op: known, value })
      continue
    }
    // typed in an address: numbers plain or as people write them, days too
    const typed =
      ['integer', 'decimal'].includes(of.type) && /^[+-]?\d+(\.\d+)?$/.test(value) ? 'point' : of.type === 'text' ? null : 'comma'
    // «3/2024» is what the column has so; as the standard writes a month it is one everywhere [DAT-140]
    const period = of.type === 'period' && FIGURES.test(value) ? of.form : null
    const form = of.type === 'day' || of.type === 'instant' ? 'dmy' : of.type === 'period' ? period : typed
    const read = readerOf({ type: of.type, form })(value)
    if (read === null || isBad(read)) return refuse(wrong('filter', noValue(value, of.label)[language]))
    tests.push({ column, op: known, value: read })
  }
  return ok(tests)
}

export function sortFrom(
  sort: string | undefined,
  columns: readonly Column[],
  language: Language,
): Result<{ readonly column: number; readonly descending: boolean } | null, Refusal> {
  if (sort === undefined || sort === '') return ok(null)
  const descending = sort.startsWith('-')
  const name = descending ? sort.slice(1) : sort
  const column = columns.findIndex((one) => one.name === name)
  return column < 0 ? refuse(wrong('sort', noColumn(name)[language])) : ok({ column, descending })
}

const FIGURES = /^\s*\d{1,2}\s*[/.-]\s*\d{2,4}\s*$/

const wrong = (name: string, reason: string): Refusal => ({ code: 'bad-value', data: { name, reason } })
const noColumn = (name: string) => ({ vi: `không có cột «${name}»`, en: `there is no column “${name}”` })
const noTest = (filter: string) => ({
  vi: `«${filter}» không phải là điều kiện cột:phép:giá trị`,
  en: `“${filter}” is no test column:operator:value`,
})
const noText = (label: string) => ({
  vi: `chỉ tìm được chữ trong cột chữ, còn cột «${label}» thì không phải; hãy so bằng, lớn hơn hoặc nhỏ hơn`,
  en: `words are looked for in a column of texts, and “${label}” is none; ask what is equal, greater or less`,
})
const noValue = (value: string, label: string) => ({
  vi: `«${value}» không phải là giá trị của cột «${label}»`,
  en: `“${value}” is no value of “${label}”`,
})
