import { z } from 'zod'
import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import type { ColumnSaid } from '../../../kernel/dataset/understanding/read-as-before.ts'
import type { Reading } from '../../../kernel/dataset/understanding/reading.ts'
import { canBe, columnsGone, crossedIn, identities, type WasSaid } from '../../../kernel/dataset/understanding/renamed.ts'
import { columnSaid } from './columns-said.ts'

/** What is said of columns when a file is read again: also which column of the version before one was. [DAT-119] */
export const columnsReread = z
  .array(
    columnSaid.extend({
      was: z.string().max(80).nullable().optional().meta({
        description:
          'name of the column of the current version that this one was, of those that the file does not have; null: of none, it is new',
      }),
    }),
  )
  .max(400)
  .optional()
  .meta({ description: 'what was read wrong, or asked, by the name of the column; the others stay as they were read' })

type Said = readonly (ColumnSaid & { readonly was?: string | null | undefined })[]
type Renamed = { readonly was: readonly WasSaid[]; readonly nameOf: (name: string) => string }

/** Which columns were which, with what was said before; and how each is called once the file was read again. */
export function renamedBy(reading: Reading, before: readonly Column[], asked: readonly WasSaid[], said: Said): Result<Renamed, Refusal> {
  const headingOf = ({ name, heading }: Reading['columns'][number]): string => heading ?? name
  const headings = reading.columns.map(headingOf)
  const so = identities(headings, before, asked)
  const now: WasSaid[] = []
  for (const { name, was } of said) {
    const read = reading.columns.find((one) => one.name === name)
    if (was === undefined) continue
    if (read === undefined) return refuse({ code: 'import-no-column', data: { column: name } })
    const others = reading.columns.flatMap((one) =>
      one === read || said.some((own) => own.name === one.name && own.was !== undefined) ? [] : [so.get(headingOf(one)) ?? one.name],
    )
    const known = before.find((one) => one.name === was)
    if (was !== null && (known === undefined || columnsGone(before, others).every((one) => one.name !== was)))
      return refuse({ code: 'import-was-not-gone', data: { column: read.label, was: known?.label ?? was } })
    if (known !== undefined && !canBe(read, known))
      return refuse({
        code: 'import-was-type',
        data: { column: read.label, was: known.label, type: known.type, example: read.examples[0] ?? '' },
      })
    if (known !== undefined && now.some(({ is }) => is === was)) return refuse({ code: 'import-was-twice', data: { was: known.label } })
    now.push({ heading: headingOf(read), is: was })
  }
  const was = [...asked.filter(({ heading, is }) => now.every((one) => one.heading !== heading && (is === null || one.is !== is))), ...now]
  const names = identities(headings, before, was)
  const crossed = now.length === 0 ? null : crossedIn(names, was)
  if (crossed !== null)
    return refuse({
      code: 'import-was-crossed',
      data: {
        column: reading.columns.find((one) => headingOf(one) === crossed.heading)?.label ?? crossed.heading,
        was: before.find(({ name }) => name === crossed.is)?.label ?? '',
      },
    })
  const byName = new Map(reading.columns.map((one) => [one.name, names.get(headingOf(one)) ?? one.name]))
  return ok({ was, nameOf: (name) => byName.get(name) ?? name })
}
