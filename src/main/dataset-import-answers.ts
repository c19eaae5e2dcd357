import { type Refusal, type RefusalCode, sentence } from '../base/refusals.ts'
import { speaker } from '../base/text/text.ts'
import { both } from '../doors/cli/argument-fault.ts'
import { toldOf } from '../doors/told-of-reading.ts'
import type { ImportReading } from '../operations/dataset/import/views.ts'
import { OPTIONS } from './dataset-import-asked.ts'

/** What an import was refused for, answered by the command line: the option, as it is typed. [DAT-95] */
export function answerTo({ code, data = {} }: Refusal): string | null {
  const ways = ANSWERS[code]?.(data) ?? byName(data)
  return ways === null ? null : `${both('Trả lời bằng', 'Answer with')}: ${ways.join(` ${both('hoặc', 'or')} `)}`
}

/** A question that is not the last, as the last is printed: what is asked, and how it is answered. [DAT-106] */
export const questionLines = (question: Refusal): readonly string[] => [
  `${sentence(question, 'vi')} [${question.code}]`,
  ...[answerTo(question)].filter((way) => way !== null),
]

/** Columns that seem to be some that went: the page proposes it and reads again, here it is asked. [DAT-119] */
export const renamedAsked = (reading: ImportReading): readonly Refusal[] =>
  reading.columns.flatMap(({ label, likely }) => {
    const was = reading.gone.find(({ name }) => name === likely)
    return was === undefined ? [] : [{ code: 'import-asks-renamed', data: { column: label, was: was.label } } as const]
  })

/** What the page would show before anything is taken: lines that are no records, units that are proposed, what is hidden. [DAT-109] */
export function toldLines(reading: ImportReading): readonly string[] {
  const say = speaker('vi')
  const above = (reading.around?.above ?? []).map(({ at, value }) => say('import.column.miss', { at, value })).join('; ')
  return [
    ...(above === '' ? [] : [`${say('import.read.above')}: ${above}`]),
    ...toldOf(reading, say, 'vi').map(({ term, is }) => `${term}: ${is}`),
    ...reading.columns.flatMap(({ label, leftOut }) =>
      leftOut === 'before' ? [both(`Lấy lại: --with ${quoted(label)}`, `Taken again: --with ${quoted(label)}`)] : [],
    ),
    ...reading.columns.flatMap(({ label, noValue }) =>
      noValue === undefined ? [] : [`${label}: ${say('import.column.no-value', { n: noValue })}`],
    ),
    ...reading.columns.flatMap(({ label, unit, unitAbove }) =>
      unitAbove === undefined
        ? []
        : [`${label}: ${say(unit === unitAbove.unit ? 'import.column.unit-above' : 'import.column.unit-differs', unitAbove)}`],
    ),
  ]
}

/** What a column of places took of its own accord, or lost: told, for nothing of it is asked. [DAT-116] [DAT-117] */
export function placesTold({ columns, places }: ImportReading): readonly string[] {
  const say = (key: PlaceKey, blanks: Readonly<Record<string, string | number>>) =>
    both(speaker('vi')(key, blanks), speaker('en')(key, blanks))
  return places.flatMap((of) => {
    const column = columns.find(({ name }) => name === of.column)?.label ?? of.column
    const settled = of.misses.filter((miss) => miss.settled !== undefined).length
    const isLost = of.unmatchedBefore !== null && of.unmatched > of.unmatchedBefore
    return [
      ...(of.province === null ? [] : [`${say('import.places.province', {})}: ${of.province.name}`]),
      ...(settled === 0 ? [] : [say('import.places.settled', { n: settled })]),
      ...(isLost ? [say('import.places.lost', { n: of.unmatched, before: of.unmatchedBefore ?? 0 })] : []),
    ].map((line) => `«${column}»: ${line}`)
  })
}
type PlaceKey = 'import.places.province' | 'import.places.settled' | 'import.places.lost'

type Data = NonNullable<Refusal['data']>
const quoted = (text: unknown): string => `'${String(text).replaceAll("'", "'\\''")}'`
const as = (data: Data, ways: readonly string[]): readonly string[] => ways.map((way) => `--as ${quoted(`${data['column']}=${way}`)}`)

/** Without a key a later version is told as wholly another: which one the file has is said, and how it is taken. [DAT-106] */
export function keyTold({ proposedKey, schemaKey, columns }: ImportReading, said: unknown): readonly string[] {
  if (said !== undefined || schemaKey.length > 0 || proposedKey.length === 0) return []
  const labels = proposedKey.map((name) => columns.find((column) => column.name === name)?.label ?? name)
  const flags = labels.map((label) => `--key ${quoted(label)}`).join(' ')
  return [
    both(
      `Chưa có cột khóa, nên bản sau không so được từng dòng. Khóa đề xuất: ${flags}`,
      `There is no key, so a later version is not compared row by row. Proposed: ${flags}`,
    ),
  ]
}

const ANSWERS: Partial<Readonly<Record<RefusalCode, (data: Data) => readonly string[]>>> = {
  'import-unanswered': (data) => as(data, [...String(data['forms']).split(', '), 'text']),
  'import-asks-type': (data) => as(data, [String(data['type']), 'text']),
  'import-asks-head': () => ['--has-head true', '--has-head false'],
  'import-asks-totals': () => ['--totals leave-out', '--totals keep'],
  'import-asks-renamed': (data) => [data['was'], 'none'].map((was) => `--was ${quoted(`${data['column']}=${was}`)}`),
  'import-asks-personal': () => ['--personal confirmed', '--without …', '--access internal'],
  'import-out-key': () => ['--key …'],
  'import-out-within': (data) => [`--within ${quoted(`${data['of']}=…`)}`],
  'import-out-crs': () => ['--crs none'],
  'import-asks-crs': () => ['--crs wgs84', '--crs vn2000-3:107.75', '--crs vn2000-3:107.75/yx', '--crs none'],
  'import-same-title': (data) => [`--dataset ${data['slug']}`, '--same-title new', '--title …'],
  'import-same-file': () => ['--same-file take'],
  'import-no-place': (data) => [`--place ${quoted(`${data['column']}=2025-07-01`)}`],
  'import-schema': () => ['--schema …'],
}

/** A field is called in code as its option is, but for its dashes. */
function byName(data: Data): readonly string[] | null {
  const flag = String(data['name'] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const option = Object.entries(OPTIONS).find(([known]) => known === flag)
  return option === undefined ? null : [`--${flag} ${option[1].is}`]
}
