import type { Language, Refusal } from '../../../base/refusals.ts'
import { accessClasses } from '../../../kernel/dataset/describe.ts'
import type { ColumnSaid } from '../../../kernel/dataset/understanding/read-as-before.ts'
import type { Reading } from '../../../kernel/dataset/understanding/reading.ts'
import { columnAsked, isLeftOut } from './columns-said.ts'
import { withCrs } from './crs-chosen.ts'
import { askedPersonal, personalNew } from './personal-asked.ts'

export type Answered = {
  readonly columns: readonly ColumnSaid[]
  readonly hasHead?: unknown
  readonly totals?: unknown
  readonly crs?: string | undefined
  readonly access?: unknown
  readonly personal?: unknown
}

/** All that a file still asks, in the order in which a commit refuses it one by one: columns, headings, totals, coordinates. [DAT-106] */
export function questionsOf(
  reading: Pick<Reading, 'columns' | 'asksHead' | 'totals' | 'notes' | 'coordinates'>,
  { columns, hasHead, totals, crs, access, personal }: Answered,
  language: Language = 'vi',
): readonly Refusal[] {
  const said = new Map(columns.map((one) => [one.name, one]))
  const taken = reading.columns.filter((read) => !isLeftOut(read, said.get(read.name)))
  const typed = taken.map((read) => ({ ...read, type: said.get(read.name)?.type ?? read.type }))
  const placed = withCrs(reading, typed, crs)
  const wide = personalNew(taken, accessClasses.find((one) => one === access) ?? 'internal', null)
  return [
    ...taken.flatMap((read) => columnAsked(read, said.get(read.name)) ?? []),
    ...(reading.asksHead && hasHead === undefined ? [{ code: 'import-asks-head' } as const] : []),
    ...(asksTotals(reading) && totals === undefined ? [askedTotals(reading, language)] : []),
    ...(placed.ok ? [] : [placed.refusal]),
    ...(wide.length === 0 || personal !== undefined ? [] : [askedPersonal(wide, language)]),
  ]
}

type NoRecords = Pick<Reading, 'totals' | 'notes'>

/** Rows that are no records of the table: those that add up others, and what stands under it. [DAT-65] */
export const asksTotals = ({ totals, notes }: NoRecords): boolean => totals != null || notes != null

const SEEM = {
  totals: { vi: 'dòng có vẻ là dòng cộng', en: 'rows that seem to add up others' },
  notes: {
    vi: 'dòng có vẻ là ghi chú, chữ ký hoặc tiêu đề lặp lại',
    en: 'rows that seem to be notes, signatures or headings said again',
  },
} as const

export function askedTotals({ totals, notes }: NoRecords, language: Language): Refusal {
  const found = (
    [
      ['totals', totals],
      ['notes', notes],
    ] as const
  ).flatMap(([kind, rows]) => (rows == null ? [] : [{ kind, ...rows }]))
  const said = found.map(({ kind, n, first: [row] }) =>
    language === 'vi'
      ? `${n} ${SEEM[kind].vi} (dòng ${row?.at ?? 0}: «${row?.value ?? ''}»)`
      : `${n} ${SEEM[kind].en} (row ${row?.at ?? 0}: “${row?.value ?? ''}”)`,
  )
  const first = found[0]?.first[0]
  return {
    code: 'import-asks-totals',
    data: {
      n: found.reduce((sum, { n }) => sum + n, 0),
      at: first?.at ?? 0,
      value: first?.value ?? '',
      what: said.join(language === 'vi' ? ' và ' : ' and '),
    },
  }
}
