/**
 * Why a cell, or a row, is not taken. `ragged` more or fewer cells than columns · `quote-open` a quote that is never closed ·
 * `too-long` · `too-deep` lists within lists without end · `nul` U+0000 · `broken-text` bytes that were no text · `repeated-key` the key of another row · `empty-key` · `total` it adds up others, `note` it is a remark or a signature under the table, `heading` the headings said again: each was to be left out ·
 * `two-ways` «1.500» of a column
 * whose way of writing numbers nobody said · `not-turned` a day after the twelfth in a column whose days were turned · `short-year` a year of two figures where nobody said of which century they are · `no-value` a formula whose value the workbook does not hold · `cut` its text was cut when the workbook was made · the others: no value of the column's type. [DAT-4]
 */
export const badReasons = [
  'ragged',
  'quote-open',
  'too-long',
  'too-deep',
  'nul',
  'broken-text',
  'no-value',
  'cut',
  'not-integer',
  'not-decimal',
  'two-ways',
  'not-day',
  'not-instant',
  'not-period',
  'not-turned',
  'short-year',
  'not-boolean',
  'not-geometry',
  'out-of-range',
  'not-year',
  'required',
  'not-allowed',
  'too-small',
  'too-great',
  'wrong-length',
  'not-pattern',
  'repeated-value',
  'repeated-key',
  'empty-key',
  'total',
  'note',
  'heading',
] as const
export type BadReason = (typeof badReasons)[number]
export type Bad = { readonly bad: BadReason }

/**
 * A cell as its format gives it: a text, read in the form of its column, or a value of which the format itself says what it is,
 * in canonical text: `1.125` is no «1.125» whatever the texts beside it look like. `fault`: the format says that there is none.
 * [DAT-73]
 */
export type Cell = string | Typed
export type Typed =
  | { readonly is: 'number' | 'instant' | 'boolean'; readonly text: string }
  /** `isMonth`: of the first day of a month only month and year are shown: «03/2024». [DAT-127] */
  | { readonly is: 'day'; readonly text: string; readonly isMonth?: true }
  | Fault
type Fault = { readonly is: 'fault'; readonly text: string; readonly bad: BadReason }

export const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)

/** A cell as it goes into the database: canonical text; null: nothing said. */
export type Read = string | null | Bad

/** Written where a number or a day should be, when there is none. Of a column of texts they are texts. */
const NOTHING: ReadonlySet<string> = new Set([
  '',
  '-',
  '–',
  '—',
  '…',
  '...',
  '..',
  'na',
  'n/a',
  '#n/a',
  'n.a',
  'n.a.',
  'null',
  'none',
  'nan',
  'nil',
  'không có',
  'không có số liệu',
  'không có dữ liệu',
  'chưa có',
  'chưa có số liệu',
  'chưa có dữ liệu',
  'kxđ',
  'k/đ',
  'kđ',
  'không đo',
  'không xác định',
  'mất số liệu',
])
/** Words that say yes, and no. */
export const YES: ReadonlySet<string> = new Set(['true', 'có', 'đúng', 'yes', 'x'])
export const NO: ReadonlySet<string> = new Set(['false', 'không', 'sai', 'no'])

export const isNothing = (text: string): boolean => text === '' || (text.length < 18 && NOTHING.has(text.toLowerCase()))
/**
 * What a word says of a column of truths. `sure`: «true» is nothing else; the others are truths where both sides are said, for
 * a lone «x» is a tick and a lone «no» may be short for anything. Null: none. [DAT-111]
 */
export function booleanWord(text: string): 'yes' | 'no' | 'sure' | null {
  if (text.length > 5) return null
  const word = text.toLowerCase()
  if (word === 'true' || word === 'false') return 'sure'
  return YES.has(word) ? 'yes' : NO.has(word) ? 'no' : null
}

export const isBad = (read: Read): read is Bad => typeof read === 'object' && read !== null
