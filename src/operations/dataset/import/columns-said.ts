import { z } from 'zod'
import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { type Column, type ColumnType, formsOf } from '../../../kernel/dataset/cell/column.ts'
import type { ColumnSaid } from '../../../kernel/dataset/understanding/read-as-before.ts'
import type { NearlyRead, ReadColumn, Reading } from '../../../kernel/dataset/understanding/reading.ts'
import { column } from '../views.ts'

/** What a person says of the columns of a file, when he has it read again and when he takes it. */
export const columnSaid = column
  .pick({ name: true, label: true, type: true, unit: true, meaning: true, form: true, role: true })
  .partial()
  .required({ name: true })
  .extend({
    measure: column.shape.measure.meta({ description: 'null: nobody knows, though something is proposed' }),
    leftOut: z.boolean().optional().meta({
      description: 'true: it is not taken, and kept nowhere but in the file; false: taken again, though the version before left it out',
    }),
  })

export const columnsSaid = z
  .array(columnSaid)
  .max(400)
  .optional()
  .meta({ description: 'what was read wrong, or asked, by the name of the column; the others stay as they were read' })

/** What was read, with what a person said of it. What is asked must have been answered. [DAT-1] */
export function columnsFrom(reading: Reading, said: readonly ColumnSaid[]): Result<readonly Column[], Refusal> {
  const byName = new Map(said.map((one) => [one.name, one]))
  const stray = said.find((one) => !reading.columns.some((column) => column.name === one.name))
  if (stray !== undefined) return refuse({ code: 'import-no-column', data: { column: stray.name } })
  const columns: Column[] = []
  for (const read of reading.columns) {
    const own = byName.get(read.name)
    if (isLeftOut(read, own)) continue
    const asked = columnAsked(read, own)
    if (asked !== null) return refuse(asked)
    const type = own?.type ?? read.type
    const fits = formsOf(type)
    const form = own?.form ?? nearOf(read, type).form
    columns.push({
      name: read.name,
      label: own?.label ?? read.label,
      type,
      unit: own?.unit !== undefined ? own.unit : read.unit,
      meaning: own?.meaning !== undefined ? own.meaning : read.meaning,
      form: form !== null && fits.includes(form) ? form : null,
      ...saidOf(own, read),
      ...(read.formerly === undefined ? {} : { formerly: read.formerly }),
      ...(read.headings === undefined ? {} : { headings: read.headings }),
      ...(read.notPlace === undefined ? {} : { notPlace: true }),
      // of shapes beside the first, as the file says it
      ...(read.crs === undefined || type !== 'geometry' ? {} : { crs: read.crs }),
      ...(read.personal === undefined ? {} : { personal: read.personal }),
      ...(read.rules === undefined ? {} : { rules: read.rules }),
    })
  }
  return ok(columns)
}

/** As it is said at last; else as it was read. [DAT-104] */
export const isLeftOut = (read: Pick<ReadColumn, 'leftOut'>, own: Partial<ColumnSaid> | undefined): boolean =>
  own?.leftOut ?? read.leftOut !== undefined

/** What a person must still say of a column, with the forms that its type has. @returns null: nothing */
export function columnAsked(read: ReadColumn, own: Partial<ColumnSaid> | undefined): Refusal | null {
  if (read.nearly !== undefined && own?.type === undefined) return nearlyOf(read.label, read.nearly)
  const type = own?.type ?? read.type
  const fits = formsOf(type)
  const near = nearOf(read, type)
  const form = own?.form ?? near.form
  const forms = near.asks.filter((each) => fits.includes(each))
  if (forms.length === 0 || (form !== null && fits.includes(form))) return null
  return { code: 'import-unanswered', data: { column: read.label, forms: forms.join(', ') } }
}

/** Its forms: as it was read, or as most of its cells were, where a person takes it for what they are. */
const nearOf = (read: ReadColumn, type: ColumnType): Pick<ReadColumn, 'form' | 'asks'> =>
  read.nearly !== undefined && formsOf(type).length > 0 ? read.nearly : read

/** What it is for the table: as it was read, unless a person said it. */
function saidOf(own: ColumnSaid | undefined, read: Column): Pick<Column, 'role' | 'measure'> {
  const role = own?.role ?? (read.role === 'year' ? read.role : undefined)
  const measure = own?.measure === undefined ? read.measure : own.measure
  return { ...(role === 'year' ? { role } : {}), ...(measure === undefined ? {} : { measure }) }
}

/** Which cells are not of the type that most are. */
const nearlyOf = (column: string, { type, fits, of, misses }: NearlyRead): Refusal => ({
  code: 'import-asks-type',
  data: { column, type, fits, of, misses: misses.map(({ at, value }) => `${at} «${value}»`).join(', ') || '–' },
})

/** What was said last of a column counts; what was said of one that this reading does not have waits for one that does. */
export const saidTogether = (before: readonly ColumnSaid[], now: readonly ColumnSaid[]): readonly ColumnSaid[] => [
  ...before.filter(({ name }) => now.every((one) => one.name !== name)),
  ...now,
]
