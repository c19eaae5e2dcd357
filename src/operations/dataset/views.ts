import { z } from 'zod'
import { badReasons } from '../../kernel/dataset/cell.ts'
import { columnTypes, forms } from '../../kernel/dataset/column.ts'
import { accessClasses, cadences, contents, lateAfter, themes } from '../../kernel/dataset/describe.ts'
import { mappedOf } from '../../kernel/dataset/mapped.ts'
import { qualityOf, qualityReasons } from '../../kernel/dataset/quality.ts'
import type { Day } from '../../kernel/period/day.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { measures } from '../../kernel/place/carry.ts'
import { levels } from '../../kernel/place/place.ts'
import { dayText, id, instantText } from '../values.ts'
import type { StoredDataset, StoredVersion } from './ports.ts'
import { importStates } from './ports.ts'

export const column = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,79}$/),
  label: z.string().min(1).max(300),
  type: z.enum(columnTypes),
  unit: z.string().max(40).nullable(),
  meaning: z.string().max(500).nullable(),
  form: z.enum(forms).nullable().meta({ description: 'how numbers or days are written; null where there is no choice' }),
  role: z.enum(['place', 'year']).optional().meta({ description: 'what it says of its row; absent: neither' }),
  place: z
    .strictObject({
      on: dayText,
      level: z.enum(levels),
      within: z.string().nullable(),
      unmatched: z.int().optional().meta({ description: 'rows whose text is no unit, or several' }),
    })
    .optional()
    .meta({ description: 'as of which day its codes or names are read' }),
  crs: z.string().optional().meta({ description: 'the system its coordinates were brought from to degrees WGS 84: vn2000-3:107.75' }),
  from: z.strictObject({ east: z.string(), north: z.string() }).optional().meta({ description: 'the two columns it was made of' }),
  repaired: z.int().optional().meta({ description: 'rows whose shape was repaired' }),
  rules: z
    .strictObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z.array(z.string()).readonly().optional(),
      minimum: z.string().optional(),
      maximum: z.string().optional(),
      minLength: z.number().optional(),
      maxLength: z.number().optional(),
      pattern: z.string().optional(),
      missing: z.array(z.string()).readonly().optional(),
    })
    .optional()
    .meta({ description: 'what a value must be, as a Frictionless schema said' }),
  measure: z.enum(measures).optional().meta({ description: 'what may be done with its figures where units are put together' }),
})

export const description = z.strictObject({
  title: z.string().min(3).max(200),
  description: z.string().max(4000).nullable(),
  custodian: z.string().max(120).nullable().meta({ description: 'id of an organisation' }),
  basis: z.string().max(200).nullable(),
  access: z.enum(accessClasses),
  licence: z.string().max(200).nullable(),
  attribution: z.string().max(500).nullable(),
  source: z.string().max(500).nullable(),
  cadence: z.enum(cadences).nullable(),
  themes: z.array(z.enum(themes)).max(10),
  contents: z.array(z.enum(contents)).max(5).meta({ description: 'NĐ 91/2021/NĐ-CP, Điều 10' }),
  territory: z.string().max(200).nullable(),
})

export const versionView = z.strictObject({
  n: z.int(),
  rows: z.int(),
  added: z.int().nullable().meta({ description: 'null: the version replaced all rows' }),
  changed: z.int().nullable(),
  removed: z.int().nullable(),
  badRows: z.int(),
  key: z.array(z.string()),
  fileName: z.string(),
  fileSha256: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  validOn: dayText.nullable(),
  note: z.string().nullable(),
  corrects: z.array(z.int()).meta({ description: 'numbers of the figure reports that it corrects' }),
  recordedAt: instantText,
})

const quality = z.strictObject({
  score: z.int(),
  lost: z.array(z.strictObject({ reason: z.enum(qualityReasons), points: z.int(), n: z.int().optional(), of: z.int().optional() })),
})

export const datasetRow = z.strictObject({
  id,
  slug: z.string(),
  ...description.shape,
  custodianName: z.string().nullable(),
  version: z.int().meta({ description: 'of the description' }),
  sample: z.boolean(),
  changedAt: instantText,
  current: versionView,
  columnsCount: z.int(),
  mapped: z
    .strictObject({ shape: z.string().nullable(), figures: z.array(z.strictObject({ name: z.string(), label: z.string() })) })
    .meta({ description: 'how it can be drawn on a map: its column of shapes, and figures that shade provinces' }),
  late: z.boolean(),
  quality,
})

export const datasetView = z.strictObject({
  ...datasetRow.shape,
  columns: z.array(column),
  versions: z.array(versionView),
  mayKeep: z.boolean().meta({ description: 'true: who asks may bring in a new version' }),
})

const badRow = z.strictObject({ at: z.int(), column: z.string().nullable(), value: z.string(), bad: z.enum(badReasons) })

const readColumn = z.strictObject({
  ...column.shape,
  asks: z.array(z.enum(forms)),
  empty: z.int(),
  misfits: z.int(),
  examples: z.array(z.string()),
  renamed: z.boolean(),
  mixed: z
    .strictObject({ n: z.int(), of: z.int(), small: z.number(), large: z.number() })
    .optional()
    .meta({ description: 'two units seem mixed: two heaps of figures a thousandfold apart' }),
})

const placeRead = z.strictObject({
  column: z.string(),
  level: z.enum(levels),
  on: dayText,
  from: z.enum(['asked', 'years', 'fit']).meta({ description: 'where the day is from; fit: only proposed, to be asked for' }),
  within: z.string().nullable().meta({ description: 'the column that holds the unit above' }),
  texts: z.int().meta({ description: 'different ones' }),
  matched: z.int().meta({ description: 'of those, how many are one unit' }),
  misses: z.array(
    z.strictObject({
      at: z.int(),
      rows: z.int(),
      value: z.string(),
      why: z.enum(['unknown', 'several']),
      candidates: z.array(z.strictObject({ id, name: z.string(), code: z.string() })),
    }),
  ),
})

const coordinatesRead = z.strictObject({
  columns: z.array(z.string()),
  crs: z.string().nullable().meta({ description: 'null: to be said when the import is confirmed' }),
  from: z.enum(['file', 'asked', 'before', 'degrees', 'fit']),
  province: z.strictObject({ id, name: z.string() }).nullable().meta({ description: 'that they are claimed to lie in' }),
  points: z.int().meta({ description: 'looked at' }),
  lies: z.array(
    z.strictObject({
      crs: z.string(),
      inside: z.int().meta({ description: 'points in the province' }),
      elsewhere: z.strictObject({ name: z.string(), n: z.int() }).nullable(),
      own: z.boolean().meta({ description: 'the province keeps its maps in it' }),
    }),
  ),
})

const readingView = z.strictObject({
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  above: z.int(),
  asksHead: z.boolean(),
  columns: z.array(readColumn),
  rows: z.int(),
  whole: z.boolean(),
  keys: z.array(z.string()),
  preview: z.array(z.array(z.string())),
  parts: z.array(z.strictObject({ name: z.string(), rows: z.int() })).meta({ description: 'sheets or layers' }),
  part: z.string().nullable().meta({ description: 'the one that was read' }),
  schemaKey: z.array(z.string()),
  places: z.array(placeRead),
  coordinates: coordinatesRead.nullable(),
})

export const importView = z.strictObject({
  id,
  dataset: id.nullable().meta({ description: 'null: it makes a new one' }),
  fileName: z.string(),
  fileSha256: z.string(),
  fileSize: z.int(),
  state: z.enum(importStates),
  reading: readingView.nullable(),
  rowsRead: z.int(),
  rowsBad: z.int(),
  bytesRead: z.int(),
  bad: z.array(badRow).meta({ description: 'the first of them; badFile has all' }),
  badFile: z.string().nullable(),
  repaired: z
    .array(z.strictObject({ at: z.int(), column: z.string(), why: z.string() }))
    .meta({ description: 'the first shapes that were repaired' }),
  result: z.int().nullable(),
  failure: z.strictObject({ code: z.string(), sentence: z.string() }).nullable(),
  madeAt: instantText,
  madeBy: z.string(),
})

export type VersionView = z.infer<typeof versionView>
export type DatasetRow = z.infer<typeof datasetRow>
export type DatasetView = z.infer<typeof datasetView>
export type ImportView = z.infer<typeof importView>

export const shownVersion = ({
  store: _store,
  columns: _columns,
  emptyCells: _empty,
  badSha256: _bad,
  recordedBy: _by,
  key,
  corrects,
  ...version
}: StoredVersion): VersionView => ({ ...version, key: [...key], corrects: [...corrects] })

const mapped = (columns: StoredVersion['columns']): { shape: string | null; figures: { name: string; label: string }[] } => {
  const { shape, figures } = mappedOf(columns)
  return { shape, figures: figures.map((one) => ({ ...one })) }
}

/** A dataset as it stands on a day: whether it is late, and how good. */
export function shownRow(one: StoredDataset, custodianName: string | null, today: Day): DatasetRow {
  const last = parseDay(one.current.recordedAt.slice(0, 10))
  const due = last === null ? null : lateAfter(one.cadence, last)
  const late = due !== null && due < today
  const { current, themes: about, contents: of, ...rest } = one
  const judged = qualityOf({
    ...one,
    late,
    columns: current.columns,
    key: current.key,
    rows: current.rows,
    badRows: current.badRows,
    emptyCells: current.emptyCells,
  })
  return {
    ...rest,
    themes: [...about],
    contents: [...of],
    custodianName,
    current: shownVersion(current),
    columnsCount: current.columns.length,
    mapped: mapped(current.columns),
    late,
    quality: { score: judged.score, lost: judged.lost.map((lost) => ({ ...lost })) },
  }
}
