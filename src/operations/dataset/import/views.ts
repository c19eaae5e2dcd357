import { z } from 'zod'
import { refusalCodes, sentence } from '../../../base/refusals.ts'
import { badReasons } from '../../../kernel/dataset/cell/cell.ts'
import { columnTypes, forms } from '../../../kernel/dataset/cell/column.ts'
import type { HeldTexts, Totals } from '../../../kernel/dataset/sheet/totals.ts'
import type { CoordinatesRead, ReadColumn, Reading } from '../../../kernel/dataset/understanding/reading.ts'
import { levels } from '../../../kernel/place/place.ts'
import type { Context } from '../../operation.ts'
import { dayText, id, instantText } from '../../values.ts'
import { column } from '../views.ts'
import { importDraft } from './draft.ts'
import { isOwn } from './own.ts'
import { importStates, type StoredImport } from './ports.ts'

const badRow = z.strictObject({ at: z.int(), column: z.string().nullable(), value: z.string(), bad: z.enum(badReasons) })

const line = z.strictObject({ at: z.int(), value: z.string() })

const readColumn = z.strictObject({
  ...column.shape,
  asks: z.array(z.enum(forms)),
  empty: z.int(),
  misfits: z.int(),
  noValue: z.int().optional().meta({ description: 'formulas without a value, or in error: they will be bad cells' }),
  examples: z.array(z.string()),
  renamed: z.boolean(),
  heading: z.string().optional().meta({ description: 'the name that its heading gives it; absent: it has that name' }),
  was: z
    .strictObject({ heading: z.string(), label: z.string(), from: z.enum(['asked', 'before']) })
    .optional()
    .meta({ description: 'it is a column of the version before, which had that label; heading: the name that its heading gives it' }),
  likely: z
    .string()
    .optional()
    .meta({ description: 'name of the column that went and is likely this one: said with reread `columns[].was`' }),
  leftOut: z
    .enum(['asked', 'before'])
    .optional()
    .meta({ description: 'it is not taken: so it was said of this file, or so the version before was taken' }),
  mixed: z
    .strictObject({ n: z.int(), of: z.int(), small: z.number(), large: z.number() })
    .optional()
    .meta({ description: 'two units seem mixed: two heaps of figures a thousandfold apart' }),
  unitAbove: z
    .strictObject({ at: z.int(), unit: z.string() })
    .optional()
    .meta({ description: 'the unit that a line above the table says: proposed, or another than that of the version before' }),
  turned: z
    .strictObject({ n: z.int(), is: z.string(), turned: z.string() })
    .optional()
    .meta({ description: 'a program may have turned day and month of so many cells: asked as a form; the first, as it is and turned' }),
  nearly: z
    .strictObject({
      type: z.enum(columnTypes),
      form: z.enum(forms).nullable(),
      asks: z.array(z.enum(forms)),
      fits: z.int(),
      of: z.int(),
      misses: z.array(z.strictObject({ at: z.int(), value: z.string() })),
    })
    .optional()
    .meta({ description: 'most cells read as this type, too many do not: its type is asked; the first that do not, by line' }),
})

const placeRead = z.strictObject({
  column: z.string(),
  level: z.enum(levels),
  on: dayText,
  from: z.enum(['asked', 'before', 'years', 'fit']).meta({ description: 'where the day is from; fit: only proposed, to be asked for' }),
  within: z.string().nullable().meta({ description: 'the column that holds the unit above' }),
  province: z
    .strictObject({ id, name: z.string(), from: z.enum(['asked', 'before', 'names']) })
    .nullable()
    .meta({ description: 'of units that bear one name that of this province is meant; names: proposed, for most names lie in it' }),
  provinces: z
    .array(z.strictObject({ id, name: z.string(), texts: z.int() }))
    .meta({ description: 'provinces with most of its names, to choose from; empty: nothing is to be chosen' }),
  unmatched: z.int().meta({ description: 'rows without a unit' }),
  unmatchedBefore: z.int().nullable().meta({ description: 'of the version before; null: there is none, or it was no column of places' }),
  texts: z.int().meta({ description: 'different ones' }),
  matched: z.int().meta({ description: 'of those, how many are one unit' }),
  misses: z.array(
    z.strictObject({
      at: z.int(),
      rows: z.int(),
      value: z.string(),
      why: z.enum(['unknown', 'several']),
      candidates: z.array(z.strictObject({ id, name: z.string(), code: z.string() })),
      settled: id.optional().meta({ description: 'what it was settled to be in the version before: taken, unless `is` says otherwise' }),
    }),
  ),
})

const firstOf = z.strictObject({ n: z.int(), first: z.array(z.strictObject({ at: z.int(), value: z.string() })) })

const coordinatesRead = z.strictObject({
  columns: z.array(z.string()),
  also: z.array(z.string()).meta({ description: 'columns of shapes beside it that are in the same system, whichever is chosen' }),
  crs: z.string().nullable().meta({ description: 'null: to be said when the import is confirmed' }),
  from: z.enum(['file', 'asked', 'before', 'degrees', 'fit', 'turned']),
  beyond: firstOf.optional().meta({ description: 'points that will be bad cells in it, the first with their lines' }),
  province: z.strictObject({ id, name: z.string() }).nullable().meta({ description: 'that they are claimed to lie in' }),
  points: z.int().meta({ description: 'looked at' }),
  lies: z.array(
    z.strictObject({
      crs: z.string(),
      inside: z.int().meta({ description: 'points in the province' }),
      elsewhere: z.strictObject({ name: z.string(), n: z.int() }).nullable(),
      own: z.boolean().meta({ description: 'the province keeps its maps in it' }),
      strays: firstOf.optional().meta({ description: 'points that lie in no province, the first with their lines' }),
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
  proposedKey: z.array(z.string()).meta({ description: 'of one column or of several; empty: nothing tells the rows apart' }),
  totals: z
    .strictObject({
      n: z.int(),
      first: z.array(z.strictObject({ at: z.int(), value: z.string() })),
      regions: z.string().optional().meta({ description: 'the column of provinces that has regions of the country among them' }),
      periods: z
        .strictObject({ column: z.string(), of: z.array(z.string()) })
        .optional()
        .meta({ description: 'the column of periods, and those of it that hold others: a year beside its quarters' }),
      units: z
        .strictObject({ column: z.string(), of: z.array(z.string()) })
        .optional()
        .meta({ description: 'the column of places, and the units of a level above that stand over those they hold' }),
      named: z
        .literal(false)
        .optional()
        .meta({ description: 'only regions, periods or units add up others: rows named as totals are records like others' }),
    })
    .nullable()
    .meta({ description: 'rows that seem to add up others' }),
  notes: firstOf.nullable().meta({ description: 'remarks and signatures under the table, and headings said again' }),
  preview: z.array(z.array(z.string())),
  parts: z
    .array(z.strictObject({ name: z.string(), rows: z.int(), hidden: z.literal(true).optional(), beside: z.literal(true).optional() }))
    .meta({ description: 'sheets or layers; hidden: the workbook does not show it; beside: a table with others beside it in its sheet' }),
  merged: z
    .strictObject({ filled: z.int(), left: z.int() })
    .optional()
    .meta({ description: 'cells merged downwards: given what stands above them, or left empty' }),
  heights: z.literal(true).optional().meta({ description: 'its shapes have heights (Z), which no column keeps' }),
  besides: z.array(z.string()).optional().meta({ description: 'what else the file holds: notes, pictures, other files of a zip' }),
  part: z.string().nullable().meta({ description: 'the one that was read' }),
  around: z
    .strictObject({
      above: z.array(line).meta({ description: 'what stands above the headings, a line each' }),
      title: line.nullable().meta({ description: 'of these lines what seems to be the title: proposed' }),
      unit: z
        .strictObject({ ...line.shape, unit: z.string() })
        .nullable()
        .meta({ description: 'the unit of its figures: proposed' }),
      heads: z.strictObject({ first: z.int(), last: z.int() }).nullable().meta({ description: 'lines of its headings, where several' }),
      units: z.int().nullable().meta({ description: 'the line that says the units of its columns' }),
      counted: z.int().nullable().meta({ description: 'the line that only counts its columns' }),
      hidden: z
        .strictObject({ rows: z.int(), first: z.array(z.int()), columns: z.array(z.string()) })
        .nullable()
        .meta({ description: 'what the workbook does not show; it comes in all the same' }),
    })
    .optional()
    .meta({ description: 'what stands around the records, and is none of them' }),
  schemaKey: z.array(z.string()),
  places: z.array(placeRead),
  coordinates: coordinatesRead.nullable(),
  same: z.literal(true).optional().meta({ description: 'its file is the very one that version was made of' }),
  gone: z
    .array(z.strictObject({ name: z.string(), label: z.string(), type: z.enum(columnTypes) }))
    .meta({ description: 'columns of that version that the file does not have; one of them may be a column that came' }),
  follows: z.int().nullable().meta({ description: 'the version of its dataset that it was read against; null: it makes a dataset' }),
})

export const importView = z.strictObject({
  id,
  dataset: id.nullable().meta({ description: 'null: it makes a new one' }),
  fileName: z.string(),
  fileSha256: z.string(),
  fileSize: z.int(),
  state: z.enum(importStates),
  reading: readingView.nullable(),
  draft: importDraft.nullable().meta({ description: 'what was typed when the file was read again; not checked yet' }),
  rowsRead: z.int(),
  rowsBad: z.int(),
  bytesRead: z.int(),
  bad: z.array(badRow).meta({ description: 'the first of them; badFile has all' }),
  badFile: z.string().nullable(),
  repaired: z
    .array(z.strictObject({ at: z.int(), column: z.string(), why: z.string() }))
    .meta({ description: 'the first shapes that were repaired' }),
  result: z.int().nullable(),
  failure: z
    .strictObject({
      code: z.enum(refusalCodes),
      sentence: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .nullable(),
  madeAt: instantText,
  madeBy: z.string(),
  own: z.boolean().meta({ description: 'whoever asks may go on with it; else he keeps its dataset, and may only cancel it' }),
})

export type ImportView = z.infer<typeof importView>
export type ImportReading = NonNullable<ImportView['reading']>

const shownCoordinates = (read: CoordinatesRead | null) =>
  read === null
    ? null
    : {
        ...read,
        columns: [...read.columns],
        also: [...(read.also ?? [])],
        beyond: shownFirst(read.beyond),
        lies: read.lies.map(({ strays, ...lie }) => ({ ...lie, strays: shownFirst(strays) })),
      }

const shownFirst = (few: CoordinatesRead['beyond']) =>
  few === undefined ? undefined : { n: few.n, first: few.first.map((one) => ({ ...one })) }

function shownTotals(totals: Totals | null) {
  if (totals === null) return null
  const { first, periods, units, ...others } = totals
  const shown = ({ column, of }: HeldTexts) => ({ column, of: [...of] })
  const held = { ...(periods === undefined ? {} : { periods: shown(periods) }), ...(units === undefined ? {} : { units: shown(units) }) }
  return { ...others, ...held, first: first.map((row) => ({ ...row })) }
}

const shownAround = (around: Reading['around']) =>
  around === undefined
    ? undefined
    : {
        ...around,
        above: around.above.map((one) => ({ ...one })),
        hidden: around.hidden === null ? null : { ...around.hidden, first: [...around.hidden.first], columns: [...around.hidden.columns] },
      }

const shownColumn = ({ nearly, ...column }: ReadColumn) => ({
  ...column,
  asks: [...column.asks],
  examples: [...column.examples],
  ...(nearly === undefined ? {} : { nearly: { ...nearly, asks: [...nearly.asks], misses: nearly.misses.map((miss) => ({ ...miss })) } }),
})

/** What is only kept for the steps that follow. */
const withoutOwn = ({ described: _described, takenAs: _taken, ...reading }: Reading) => reading

/** An import as it is shown to whoever asked, with the names of people and the sentence of what failed. */
export const shownImport = (one: StoredImport, names: ReadonlyMap<string, string>, { who, language }: Context): ImportView => ({
  id: one.id,
  dataset: one.dataset,
  fileName: one.fileName,
  fileSha256: one.fileSha256,
  fileSize: one.fileSize,
  state: one.state,
  reading:
    one.reading === null
      ? null
      : {
          ...withoutOwn(one.reading),
          follows: one.reading.follows ?? null,
          gone: (one.reading.gone ?? []).map((each) => ({ ...each })),
          keys: [...one.reading.keys],
          proposedKey: [...(one.reading.proposedKey ?? [])],
          totals: shownTotals(one.reading.totals ?? null),
          notes: shownFirst(one.reading.notes ?? undefined) ?? null,
          preview: one.reading.preview.map((row) => [...row]),
          around: shownAround(one.reading.around),
          besides: one.reading.besides === undefined ? undefined : [...one.reading.besides],
          parts: (one.reading.parts ?? []).map((part) => ({ ...part })),
          part: one.reading.part ?? null,
          schemaKey: [...(one.reading.schemaKey ?? [])],
          columns: one.reading.columns.map(shownColumn),
          coordinates: shownCoordinates(one.reading.coordinates ?? null),
          places: (one.reading.places ?? []).map(({ settled: _settled, resting: _resting, ...place }) => ({
            ...place,
            province: place.province ?? null,
            provinces: (place.provinces ?? []).map((each) => ({ ...each })),
            unmatched: place.unmatched ?? place.misses.reduce((sum, { rows }) => sum + rows, 0),
            unmatchedBefore: place.unmatchedBefore ?? null,
            misses: place.misses.map((miss) => ({ ...miss, candidates: miss.candidates.map((each) => ({ ...each })) })),
          })),
        },
  draft: one.asked?.draft ?? null,
  rowsRead: one.rowsRead,
  rowsBad: one.rowsBad,
  bytesRead: one.bytesRead,
  bad: one.bad.map((row) => ({ ...row })),
  repaired: (one.loaded?.repaired ?? []).map((row) => ({ ...row })),
  badFile: one.badSha256,
  result: one.result,
  failure: one.failure === null ? null : { ...one.failure, sentence: sentence(one.failure, language) },
  madeAt: one.madeAt,
  madeBy: names.get(one.madeBy) ?? one.madeBy,
  own: isOwn(who, one),
})
