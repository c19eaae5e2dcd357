import { z } from 'zod'
import { columnTypes, forms } from '../../kernel/dataset/cell/column.ts'
import type { ColumnsChanged } from '../../kernel/dataset/columns-changed.ts'
import { accessClasses, cadences, contents, lateAfter, themes } from '../../kernel/dataset/describe.ts'
import { mappedOf } from '../../kernel/dataset/mapped.ts'
import { qualityOf, qualityReasons } from '../../kernel/dataset/quality.ts'
import { keepRules } from '../../kernel/dataset/retention.ts'
import { personalKinds } from '../../kernel/dataset/understanding/personal.ts'
import { moreThanTable } from '../../kernel/dataset/understanding/whole-file.ts'
import type { Day } from '../../kernel/period/day.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { measures } from '../../kernel/place/carry.ts'
import { levels } from '../../kernel/place/place.ts'
import { dayText, id, instantText } from '../values.ts'
import type { StoredDataset, StoredVersion } from './stored.ts'

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
      province: z.string().optional().meta({ description: 'id of the province whose unit is meant by a name that several bear' }),
      settled: z
        .array(z.strictObject({ value: z.string(), place: z.string() }))
        .readonly()
        .optional()
        .meta({ description: 'what people settled for texts that are no unit, or several; the next version takes it too' }),
      unmatched: z
        .int()
        .optional()
        .meta({ description: 'rows of which it is not known which unit they mean: their text is none, or several' }),
    })
    .optional()
    .meta({ description: 'as of which day its codes or names are read' }),
  notPlace: z.literal(true).optional().meta({ description: 'a person said that its texts are no places' }),
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
      exclusiveMinimum: z.string().optional(),
      exclusiveMaximum: z.string().optional(),
      minLength: z.number().optional(),
      maxLength: z.number().optional(),
      pattern: z.string().optional(),
      written: z.string().optional(),
      missing: z.array(z.string()).readonly().optional(),
      yes: z.array(z.string()).readonly().optional(),
      no: z.array(z.string()).readonly().optional(),
    })
    .optional()
    .meta({ description: 'what a value must be, as a Frictionless schema said' }),
  personal: z.enum(personalKinds).optional().meta({ description: 'it seems to say this of persons; confirmed by who published it' }),
  formerly: z.array(z.string()).readonly().optional().meta({ description: 'headings under which it came before, as a person said' }),
  headings: z.array(z.string()).readonly().optional().meta({
    description: 'the names that its headings had among the others of their files, the last the one it has; absent: its own name',
  }),
  measure: z.enum(measures).nullable().optional().meta({
    description:
      'what may be done with its figures where units are put together; null: not determined, as a person said; absent: nobody said',
  }),
})

export const description = z.strictObject({
  title: z.string().trim().min(3).max(200),
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
  leftOut: z.int().nullable().meta({
    description: 'rows that the version before has, and that are bad rows of this one: neither in it nor removed; null: not counted',
  }),
  badRows: z.int(),
  key: z.array(z.string()),
  fileName: z.string(),
  fileSha256: z.string(),
  fileMore: z
    .array(z.enum(moreThanTable))
    .meta({ description: 'what the file holds beyond the table; where anything, it is for who keeps the dataset and who audits' }),
  columnsLeftOut: z
    .array(z.strictObject({ name: z.string(), label: z.string() }))
    .meta({ description: 'columns of the file that were not taken: they are in no row and in no dictionary' }),
  format: z.string(),
  encoding: z.string().nullable(),
  validOn: dayText.nullable(),
  note: z.string().nullable(),
  corrects: z.array(z.int()).meta({ description: 'numbers of the figure reports that it corrects' }),
  recordedAt: instantText,
  thinnedAt: instantText.nullable().meta({ description: 'when it was thinned out by the rule of its dataset; null: it can be read' }),
})

export const columnsChangedView = z
  .strictObject({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    retyped: z.array(z.string()).meta({ description: 'there before and after, of another type' }),
    renamed: z
      .array(z.strictObject({ name: z.string(), before: z.string(), after: z.string() }))
      .meta({ description: 'the same column under another heading, as a person said' }),
    labels: z
      .record(z.string(), z.string())
      .meta({ description: 'headings of those that came, went or have another type, of the version that has them' }),
  })
  .meta({ description: 'what it changed of the dictionary, by the names of columns' })

export const shownChange = ({ added, removed, retyped, renamed, labels }: ColumnsChanged): z.infer<typeof columnsChangedView> => ({
  added: [...added],
  removed: [...removed],
  retyped: [...retyped],
  renamed: renamed.map((one) => ({ ...one })),
  labels: { ...labels },
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
    .strictObject({
      shape: z.string().nullable(),
      crs: z.string().nullable().meta({ description: 'the system its positions came from; null: it has none' }),
      accuracyMetres: z.number().meta({ description: 'how far the way to degrees WGS 84 may have moved them' }),
      repaired: z.int().meta({ description: 'rows whose shape was repaired' }),
      figures: z.array(z.strictObject({ name: z.string(), label: z.string() })),
    })
    .meta({ description: 'how it can be drawn on a map: its column of shapes, and figures that shade provinces' }),
  late: z.boolean(),
  quality,
})

export const datasetView = z.strictObject({
  ...datasetRow.shape,
  columns: z.array(column),
  versions: z.array(versionView.extend({ columns: columnsChangedView.nullable() })).meta({
    description: 'newest first; null columns: the first has none before it',
  }),
  retention: z
    .strictObject({ rule: z.enum(keepRules), last: z.int().nullable(), since: dayText.nullable(), basis: z.string().nullable() })
    .meta({ description: 'how long versions are kept' }),
  mayKeep: z.boolean().meta({ description: 'true: who asks may bring in a new version' }),
  mayTakeWhole: z.boolean().meta({ description: 'true: who asks has files that hold more than the table, and rows that were left out' }),
})

export type VersionView = z.infer<typeof versionView>
export type DatasetRow = z.infer<typeof datasetRow>
export type DatasetView = z.infer<typeof datasetView>

export const shownVersion = ({
  store: _store,
  columns: _columns,
  cells: _cells,
  emptyCells: _empty,
  badSha256: _bad,
  recordedBy: _by,
  key,
  corrects,
  fileMore,
  columnsOut,
  ...version
}: StoredVersion): VersionView => ({
  ...version,
  key: [...key],
  corrects: [...corrects],
  fileMore: [...fileMore],
  columnsLeftOut: columnsOut.flatMap(({ name, label, at }) => (at === null ? [] : [{ name, label }])),
})

const mapped = (columns: StoredVersion['columns']): DatasetRow['mapped'] => {
  const { figures, ...shape } = mappedOf(columns)
  return { ...shape, figures: figures.map((one) => ({ ...one })) }
}

/** A dataset as it stands on a day: whether it is late, and how good. */
export function shownRow(one: StoredDataset, custodianName: string | null, today: Day): DatasetRow {
  const last = parseDay(one.figuresSince.slice(0, 10))
  const due = last === null ? null : lateAfter(one.cadence, last)
  const late = due !== null && due < today
  const { current, themes: about, contents: of, retention: _kept, figuresSince: _since, ...rest } = one
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
