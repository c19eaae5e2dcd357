import { denied, dutiesWith } from '../../access/access.ts'
import type { Who } from '../../access/who.ts'
import { keeps } from '../describe.ts'
import type { Part, Reading } from './reading.ts'

/**
 * What the file of a version holds beyond the table that was taken of it: `parts` other sheets, layers or lists · `hidden` rows or
 * columns that a workbook does not show · `columns` columns that
 * were left out · `besides` notes, pictures, other files of a zip, what stands in a JSON beside its records · `left-out` rows that were not taken ·
 * `unknown` brought in before that was kept. [DAT-120]
 */
export const moreThanTable = ['parts', 'hidden', 'columns', 'besides', 'left-out', 'unknown'] as const
export type MoreThanTable = (typeof moreThanTable)[number]

type Read = Pick<Reading, 'parts' | 'part' | 'around' | 'besides'>

/** «Trang1!A:C» is of Trang1. */
const sheetOf = (name: string): string => name.replace(/(?:^|!)[A-Z]{1,3}:[A-Z]{1,3}$/, '')

/** An empty sheet says nothing. @param leftOut rows of it stand in a file of their own @param out columns of it were not taken */
export function moreIn({ parts, part, around, besides }: Read, leftOut: boolean, out: boolean): readonly MoreThanTable[] {
  const taken = parts.find(({ name }) => name === part)
  // of a table that was taken whole an empty column makes parts that lie in it [DAT-110]
  const isWithin = ({ name, beside }: Part): boolean =>
    beside === true && taken !== undefined && taken.beside !== true && sheetOf(name) === sheetOf(taken.name)
  const others = parts.some((one) => one.name !== part && one.rows > 0 && !isWithin(one))
  return [
    ...(others ? (['parts'] as const) : []),
    ...((around?.hidden ?? null) === null ? [] : (['hidden'] as const)),
    ...(out ? (['columns'] as const) : []),
    ...((besides ?? []).length === 0 ? [] : (['besides'] as const)),
    ...(leftOut ? (['left-out'] as const) : []),
  ]
}

/** Who has such a file all the same, and the rows that were left out: who keeps the dataset, and who audits. */
export const takesWhole = (who: Who, custodian: string | null): boolean =>
  keeps(who, custodian) || (who.kind === 'person' && denied(who, AUDITS) === null && dutiesWith(who, AUDITS).length > 0)
const AUDITS = ['administrator', 'auditor'] as const
