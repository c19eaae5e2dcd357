import { z } from 'zod'
import { sentence } from '../../base/refusals.ts'
import { ok, refuse } from '../../base/result.ts'
import { KEEPS, keeps } from '../../kernel/dataset/describe.ts'
import type { CoordinatesRead } from '../../kernel/dataset/reading.ts'
import { readTableSchema } from '../../kernel/dataset/table-schema.ts'
import { parseDay } from '../../kernel/period/day.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { type Context, operation } from '../operation.ts'
import { pageKey } from '../page-key.ts'
import type { PlacePorts } from '../place/ports.ts'
import { dayText, id, limit } from '../values.ts'
import type { DatasetPorts, ImportPorts, StoredImport } from './ports.ts'
import { type AskedPlace, provincesNamed } from './read-places.ts'
import { noDataset, noImport } from './refusals.ts'
import { type ImportView, importView } from './views.ts'

const tableSchema = z
  .record(z.string().max(80), z.unknown())
  .meta({ description: 'Frictionless Table Schema: types and constraints that every row is held to' })

/** Begins an import: a file that is kept already is read, and what is understood of it is shown before anything else. */
export const importStart = operation({
  name: 'import.start',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Bắt đầu nhập một tệp dữ liệu', en: 'Begin to import a file' },
  input: z.strictObject({
    file: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256, as the door for files answered it' }),
    name: z.string().min(1).max(255).meta({ description: 'of the file' }),
    dataset: id.optional().meta({ description: 'the dataset it brings a new version of; absent: it makes a new one' }),
    schema: tableSchema.optional(),
  }),
  output: z.strictObject({ id }),
  rest: { method: 'POST', path: '/dataset-imports' },
  async run(ports: DatasetPorts & ImportPorts, context, given) {
    const size = await ports.imports.sizeOf(given.file)
    if (size === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'tệp' : 'file' } })
    const dataset = given.dataset === undefined ? null : await ports.datasets.get(given.dataset)
    if (given.dataset !== undefined && dataset === null) return refuse(noDataset(context.language))
    if (dataset !== null && !keeps(context.who, dataset.custodian)) return refuse({ code: 'not-the-steward' })
    const schema = given.schema === undefined ? ok(null) : readTableSchema(given.schema)
    if (!schema.ok) return schema
    const asked = schema.value === null ? null : { places: [], province: null, part: null, schema: schema.value }
    return ok({ id: await ports.imports.start({ dataset: dataset?.id ?? null, file: given.file, name: given.name, size, asked }) })
  },
})

/** One import: what was read, how far it is, what was wrong. */
export const importGet = operation({
  name: 'import.get',
  kind: 'query',
  access: KEEPS,
  summary: { vi: 'Một lần nhập', en: 'One import' },
  input: z.strictObject({ id }),
  output: importView,
  rest: { method: 'GET', path: '/dataset-imports/{id}' },
  async run(ports: ImportPorts & PeoplePorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    const names = await ports.people.namesOf([one.madeBy])
    return ok(shownImport(one, names, context))
  },
})

/** The imports of whoever asks; of everybody where he sees all. Newest first. */
export const importList = operation({
  name: 'import.list',
  kind: 'query',
  access: KEEPS,
  summary: { vi: 'Các lần nhập', en: 'List imports' },
  input: z.strictObject({ after: z.string().max(200).optional(), limit: limit.optional() }),
  output: z.strictObject({ items: z.array(importView), next: z.string().nullable() }),
  rest: { method: 'GET', path: '/dataset-imports' },
  async run(ports: ImportPorts & PeoplePorts, context, given) {
    const after = pageKey(given.after, 'instant', context.language)
    if (!after.ok) return after
    const page = await ports.imports.list({ after: after.value, limit: given.limit ?? 20 })
    const names = await ports.people.namesOf(page.items.map((one) => one.madeBy))
    return ok({ items: page.items.map((one) => shownImport(one, names, context)), next: page.next })
  },
})

const OPEN = ['reading', 'asking', 'waiting', 'loading', 'choosing'] as const

/** Gives an import up. Nothing of it is seen; the file stays kept. */
export const importCancel = operation({
  name: 'import.cancel',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Dừng một lần nhập', en: 'Cancel an import' },
  input: z.strictObject({ id }),
  output: z.strictObject({ id }),
  rest: { method: 'POST', path: '/dataset-imports/{id}/cancel' },
  async run(ports: ImportPorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    const done = await ports.imports.move(one.id, OPEN, 'cancelled')
    return done === true ? ok({ id: one.id }) : refuse({ code: 'import-elsewhere' })
  },
})

/** Takes the good rows and leaves the bad out; their file stays with the version. */
export const importLeaveOut = operation({
  name: 'import.leave-out',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Nhận các dòng tốt, để riêng các dòng lỗi', en: 'Take the good rows, leave the bad out' },
  input: z.strictObject({ id }),
  output: z.strictObject({ id }),
  rest: { method: 'POST', path: '/dataset-imports/{id}/leave-out' },
  async run(ports: ImportPorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    if (one.loaded !== null && one.loaded.rows === 0) return refuse({ code: 'import-empty' })
    const done = await ports.imports.move(one.id, ['choosing'], 'switching')
    return done === true ? ok({ id: one.id }) : refuse({ code: 'import-elsewhere' })
  },
})

/** Has a file read again: which of its columns are places, and as of which day. */
export const importReread = operation({
  name: 'import.reread',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Đọc lại tệp theo cách khác', en: 'Have a file read in another way' },
  input: z.strictObject({
    id,
    places: z
      .array(z.strictObject({ column: z.string().max(80), on: dayText, within: z.string().max(80).optional() }))
      .max(8)
      .optional()
      .meta({ description: 'columns of codes or names of places, with the day as of which they are meant' }),
    part: z.string().max(200).optional().meta({ description: 'the sheet of a workbook, or the layer of a GeoPackage' }),
    schema: tableSchema.optional(),
    province: z
      .string()
      .max(80)
      .optional()
      .meta({ description: 'code or name of the province in which its coordinates are claimed to lie' }),
  }),
  output: z.strictObject({ id }),
  rest: { method: 'POST', path: '/dataset-imports/{id}/reread' },
  async run(ports: ImportPorts & PlacePorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    if (given.part !== undefined && one.reading?.parts.every(({ name }) => name !== given.part) === true)
      return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'trang hoặc lớp dữ liệu' : 'sheet or layer' } })
    const schema = given.schema === undefined ? ok(one.asked?.schema ?? null) : readTableSchema(given.schema)
    if (!schema.ok) return schema
    const provinces = given.province === undefined ? [] : await provincesNamed(ports, given.province, context.today)
    if (given.province !== undefined && provinces.length !== 1)
      return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'tỉnh, thành phố' : 'province' } })
    const places: AskedPlace[] = []
    for (const { column, on: typed, within } of given.places ?? []) {
      const on = parseDay(typed)
      if (on === null) return refuse({ code: 'bad-day', data: { value: typed } })
      const stray = [column, within].find((name) => name !== undefined && one.reading?.columns.every((each) => each.name !== name) === true)
      if (stray !== undefined) return refuse({ code: 'import-no-column', data: { column: stray } })
      places.push({ column, on, within })
    }
    const asked = {
      places: given.places === undefined ? (one.asked?.places ?? []) : places,
      province: provinces[0]?.id ?? one.asked?.province ?? null,
      part: given.part ?? one.asked?.part ?? null,
      schema: schema.value,
    }
    const done = await ports.imports.move(one.id, ['asking'], 'reading', { asked })
    return done === true ? ok({ id: one.id }) : refuse({ code: 'import-elsewhere' })
  },
})

const shownCoordinates = (read: CoordinatesRead | null) =>
  read === null ? null : { ...read, columns: [...read.columns], lies: read.lies.map((lie) => ({ ...lie })) }

const shownImport = (one: StoredImport, names: ReadonlyMap<string, string>, { language }: Context): ImportView => ({
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
          ...one.reading,
          keys: [...one.reading.keys],
          preview: one.reading.preview.map((row) => [...row]),
          parts: (one.reading.parts ?? []).map((part) => ({ ...part })),
          part: one.reading.part ?? null,
          schemaKey: [...(one.reading.schemaKey ?? [])],
          columns: one.reading.columns.map((column) => ({ ...column, asks: [...column.asks], examples: [...column.examples] })),
          coordinates: shownCoordinates(one.reading.coordinates ?? null),
          places: (one.reading.places ?? []).map((place) => ({
            ...place,
            misses: place.misses.map((miss) => ({ ...miss, candidates: miss.candidates.map((each) => ({ ...each })) })),
          })),
        },
  rowsRead: one.rowsRead,
  rowsBad: one.rowsBad,
  bytesRead: one.bytesRead,
  bad: one.bad.map((row) => ({ ...row })),
  repaired: (one.loaded?.repaired ?? []).map((row) => ({ ...row })),
  badFile: one.badSha256,
  result: one.result,
  failure: one.failure === null ? null : { code: one.failure.code, sentence: sentence(one.failure, language) },
  madeAt: one.madeAt,
  madeBy: names.get(one.madeBy) ?? one.madeBy,
})
