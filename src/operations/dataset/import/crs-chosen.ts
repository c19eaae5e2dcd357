import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import { parseCrs } from '../../../kernel/dataset/shape/crs.ts'
import type { Reading } from '../../../kernel/dataset/understanding/reading.ts'

const NONE = 'none'
const MADE = 'vi_tri'

/** The columns with the system a person chose, or the file says; two columns of numbers get one of points beside them. [DAT-22] */
export function withCrs(
  { coordinates, columns: read }: Pick<Reading, 'coordinates' | 'columns'>,
  columns: readonly Column[],
  chosen: string | undefined,
): Result<readonly Column[], Refusal> {
  if ((coordinates ?? null) === null || coordinates === null) return ok(columns)
  const name = chosen ?? coordinates.crs
  const out = [...coordinates.columns, ...(coordinates.also ?? [])].filter((each) => columns.every((one) => one.name !== each))
  const isPair = coordinates.columns.length === 2
  if (name === NONE || (name === null && isPair)) return ok(columns)
  // of what is left out nothing is asked; a system that somebody chose for it is none [DAT-104]
  if (isPair && out.length > 0 && chosen === undefined) return ok(columns)
  const [left] = isPair ? out : []
  if (left !== undefined) return refuse({ code: 'import-out-crs', data: { column: read.find((one) => one.name === left)?.label ?? left } })
  if (!isPair && out.length === coordinates.columns.length + (coordinates.also ?? []).length) return ok(columns)
  const shape = isPair ? undefined : columns.find((one) => one.name === coordinates.columns[0])
  if (shape !== undefined && shape.type !== 'geometry') return ok(columns)
  if (name === null) return refuse({ code: 'import-asks-crs' })
  const crs = parseCrs(name)
  if (crs === null) return refuse({ code: 'bad-value', data: { name: 'crs', reason: name } })
  const isPlain = name === 'wgs84'
  const alike = new Set(coordinates.also)
  if (!isPair)
    return ok(
      columns.map((one) => (!isPlain && one.type === 'geometry' && (one === shape || alike.has(one.name)) ? { ...one, crs: name } : one)),
    )
  let free = MADE
  for (let n = 2; columns.some((one) => one.name === free); n += 1) free = `${MADE}_${n}`
  return ok([
    ...columns,
    {
      name: free,
      label: 'Vị trí',
      type: 'geometry',
      unit: null,
      meaning: null,
      form: null,
      from: { east: coordinates.columns[0] ?? '', north: coordinates.columns[1] ?? '' },
      crs: name,
    },
  ])
}
