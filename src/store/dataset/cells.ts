import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { figureText } from '../../base/decimal.ts'
import type { Column, ColumnType } from '../../kernel/dataset/cell/column.ts'
import type { Value } from '../../operations/dataset/rows/rows.ts'
import type { StoredVersion } from '../../operations/dataset/stored.ts'
import { periodKept } from './periods.ts'

/** Cells of the tables of datasets: how they are named in a question, and how they are read from its answer. */
export type At = Pick<StoredVersion, 'store' | 'columns' | 'cells' | 'n'>

export const tableOf = (at: Pick<At, 'store'>): RawBuilder<unknown> => sql.table(at.store)
export const column = ({ cells }: Pick<At, 'cells'>, position: number): RawBuilder<unknown> => sql.ref(cells[position] ?? '')
export const there = (n: number): RawBuilder<SqlBool> => sql<SqlBool>`from_n <= ${n} and (to_n is null or to_n > ${n})`

/** Values as text, whatever their type: they are read here, so that no number loses a figure on its way. */
export const asText = (
  { columns, cells }: Pick<At, 'columns' | 'cells'>,
  of = '',
  positions: readonly number[] = columns.map((_, i) => i),
): RawBuilder<unknown> =>
  sql.join(
    positions.map((i) => {
      const name = sql.ref(of === '' ? (cells[i] ?? '') : `${of}.${cells[i]}`)
      return columns[i]?.type === 'geometry' ? sql`st_astext(${name})` : sql`${name}::text`
    }),
    sql`, `,
  )

/** Behind the values of a row: the units that its columns of places were taken to mean, of those columns only. */
export const placesAsText = ({ columns, cells }: Pick<At, 'columns' | 'cells'>): RawBuilder<unknown> =>
  sql.join(
    cells.slice(columns.length).map((cell) => sql`, ${sql.ref(cell)}`),
    sql``,
  )

export const valuesOf = (columns: readonly Column[], cells: readonly (string | null)[]): readonly Value[] =>
  columns.map(({ type }, i) => valueFrom(type, cells[i] ?? null))

/** A number that JSON holds to the last figure is one; another stays text. [DAT-11] */
function valueFrom(type: ColumnType, text: string | null): Value {
  if (text === null) return null
  if (type === 'period') return periodKept(text)
  if (type === 'boolean') return text === 'true'
  if (type === 'integer' || type === 'decimal') return figureText(Number(text)) === text ? Number(text) : plain(text)
  if (type === 'instant')
    return inWholeMinutes(text)
      .replace(' ', 'T')
      .replace(/([+-]\d{2})$/, '$1:00')
  return text
}

const BEFORE_ZONES = /^(\d{4,})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(\.\d+)?([+-])(\d\d):(\d\d):(\d\d)$/

/** Before July of 1906 noon here was 7:06:30 from Greenwich, which ISO 8601 does not write: such a time is told as of Greenwich. */
function inWholeMinutes(text: string): string {
  const found = BEFORE_ZONES.exec(text)
  if (found === null) return text
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number)
  const away = Number(found[9]) * 3600 + Number(found[10]) * 60 + Number(found[11])
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - (found[8] === '-' ? -away : away) * 1000
  return `${new Date(at).toISOString().slice(0, 19)}${found[7] ?? ''}Z`
}

/** 1.50 is 1.5: the same number, held to the last figure. */
function plain(text: string): Value {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return figureText(Number(short)) === short ? Number(short) : text
}
