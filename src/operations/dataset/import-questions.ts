import type { Language, Refusal } from '../../base/refusals.ts'
import { accessClasses } from '../../kernel/dataset/describe.ts'
import type { ColumnSaid } from '../../kernel/dataset/read-as-before.ts'
import type { Reading } from '../../kernel/dataset/reading.ts'
import { columnAsked } from './columns-said.ts'
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
  reading: Pick<Reading, 'columns' | 'asksHead' | 'totals' | 'coordinates'>,
  { columns, hasHead, totals, crs, access, personal }: Answered,
  language: Language = 'vi',
): readonly Refusal[] {
  const said = new Map(columns.map((one) => [one.name, one]))
  const typed = reading.columns.map((read) => ({ ...read, type: said.get(read.name)?.type ?? read.type }))
  const placed = withCrs(reading, typed, crs)
  const wide = personalNew(reading.columns, accessClasses.find((one) => one === access) ?? 'internal', null)
  return [
    ...reading.columns.flatMap((read) => columnAsked(read, said.get(read.name)) ?? []),
    ...(reading.asksHead && hasHead === undefined ? [{ code: 'import-asks-head' } as const] : []),
    ...(reading.totals != null && totals === undefined ? [askedTotals(reading.totals)] : []),
    ...(placed.ok ? [] : [placed.refusal]),
    ...(wide.length === 0 || personal !== undefined ? [] : [askedPersonal(wide, language)]),
  ]
}

export const askedTotals = ({ n, first: [row] }: NonNullable<Reading['totals']>): Refusal => ({
  code: 'import-asks-totals',
  data: { n, at: row?.at ?? 0, value: row?.value ?? '' },
})
