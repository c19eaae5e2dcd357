import { z } from 'zod'
import type { Language, Refusal } from '../../../base/refusals.ts'
import { ok, refuse } from '../../../base/result.ts'
import { KEEPS, keeps } from '../../../kernel/dataset/describe.ts'
import { delimiters, encodings } from '../../../kernel/dataset/format/csv-dialect.ts'
import { readTableSchema } from '../../../kernel/dataset/schema/table-schema.ts'
import { type Day, parseDay } from '../../../kernel/period/day.ts'
import { operation } from '../../operation.ts'
import type { PlacePorts } from '../../place/ports.ts'
import { dayText, id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset, noImport } from '../refusals.ts'
import { columnsReread, renamedBy } from './columns-renamed.ts'
import { saidTogether } from './columns-said.ts'
import { importDraft } from './draft.ts'
import { isOwn } from './own.ts'
import type { ImportPorts } from './ports.ts'
import { provincesNamed } from './province-of-names.ts'
import type { AskedPlace } from './read-places.ts'
import { tableSchema } from './start-import.ts'

/**
 * Has a file read again: which of its columns are places, and as of which day; which sheet or layer; in which letters and
 * parted by what; as a version of which dataset. What was said of its columns stays [DAT-43], and what was typed besides [DAT-47]. Also
 * where rows turned out to be bad, so that what was answered wrongly is answered again [DAT-56].
 */
export const importReread = operation({
  name: 'import.reread',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Đọc lại tệp theo cách khác', en: 'Have a file read in another way' },
  input: z.strictObject({
    id,
    places: z
      .array(
        z.strictObject({
          column: z.string().max(80),
          on: dayText,
          within: z.string().max(80).optional().meta({ description: 'the column that holds the unit above' }),
          province: z.string().max(80).optional().meta({
            description:
              'code, name or id of the province whose unit is meant by a name that several bear; none: of no one; absent: as it was said before, else as the version before, else proposed',
          }),
        }),
      )
      .max(8)
      .optional()
      .meta({ description: 'columns of codes or names of places, with the day as of which they are meant' }),
    part: z.string().max(200).optional().meta({ description: 'the sheet of a workbook, or the layer of a GeoPackage' }),
    schema: tableSchema.optional(),
    encoding: z.enum(encodings).optional().meta({ description: 'the letters a file of rows is written in' }),
    delimiter: z.enum(delimiters).optional().meta({ description: 'the sign between its cells' }),
    columns: columnsReread,
    draft: importDraft.optional(),
    dataset: id.optional().meta({ description: 'the dataset it brings a new version of, whose columns it is then read as' }),
    province: z
      .string()
      .max(80)
      .optional()
      .meta({ description: 'code or name of the province in which its coordinates are claimed to lie' }),
  }),
  output: z.strictObject({ id }),
  rest: { method: 'POST', path: '/dataset-imports/{id}/reread' },
  async run(ports: DatasetPorts & ImportPorts & PlacePorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    if (!isOwn(context.who, one)) return refuse({ code: 'import-of-another' })
    if (given.part !== undefined && one.reading?.parts.every(({ name }) => name !== given.part) === true)
      return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'trang hoặc lớp dữ liệu' : 'sheet or layer' } })
    const isRows = one.reading?.delimiter !== null
    if (!isRows && (given.encoding !== undefined || given.delimiter !== undefined)) return refuse(noRows(context.language))
    const dataset = given.dataset === undefined ? null : await ports.datasets.get(given.dataset)
    if (given.dataset !== undefined && dataset === null) return refuse(noDataset(context.language))
    if (dataset !== null && !keeps(context.who, dataset.custodian)) return refuse({ code: 'not-the-steward' })
    const schema = given.schema === undefined ? ok(one.asked?.schema ?? null) : readTableSchema(given.schema)
    if (!schema.ok) return schema
    const provinces = given.province === undefined ? [] : await provincesNamed(ports, given.province, context.today)
    if (given.province !== undefined && provinces.length !== 1) return refuse(noProvince(context.language))
    const places: AskedPlace[] = []
    for (const { column, on: typed, within, province: named } of given.places ?? []) {
      const on = parseDay(typed)
      if (on === null) return refuse({ code: 'bad-day', data: { value: typed } })
      const stray = [column, within].find((name) => name !== undefined && one.reading?.columns.every((each) => each.name !== name) === true)
      if (stray !== undefined) return refuse({ code: 'import-no-column', data: { column: stray } })
      const province = named === undefined ? saidBefore(one.asked?.places, column) : await provinceSaid(ports, named, on)
      if (province === 'unknown') return refuse(noProvince(context.language))
      places.push({ column, on, within, province })
    }
    const of = dataset ?? (one.dataset === null ? null : await ports.datasets.get(one.dataset))
    if (one.dataset !== null && of === null) return refuse(noDataset(context.language))
    // it may have come to another body, whose columns are not shown to him
    if (of !== null && !keeps(context.who, of.custodian)) return refuse({ code: 'not-the-steward' })
    // of another dataset nothing was said yet
    const wasSaid = dataset !== null && dataset.id !== one.dataset ? [] : (one.asked?.was ?? [])
    const renamed =
      one.reading === null
        ? ok({ was: wasSaid, nameOf: (name: string) => name })
        : renamedBy(one.reading, of?.current.columns ?? [], wasSaid, given.columns ?? [])
    if (!renamed.ok) return renamed
    const { was, nameOf } = renamed.value
    const named = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
      all.map((each) => ({ ...each, name: nameOf(each.name) }))
    const placed = (all: readonly AskedPlace[]) =>
      all.map((each) => ({ ...each, column: nameOf(each.column), within: each.within === undefined ? undefined : nameOf(each.within) }))
    const draft = given.draft ?? one.asked?.draft
    const asked = {
      was,
      places: placed(given.places === undefined ? (one.asked?.places ?? []) : places),
      province: provinces[0]?.id ?? one.asked?.province ?? null,
      part: given.part ?? one.asked?.part ?? null,
      schema: schema.value,
      dialect: {
        encoding: given.encoding ?? one.asked?.dialect?.encoding ?? null,
        delimiter: given.delimiter ?? one.asked?.dialect?.delimiter ?? null,
      },
      draft:
        draft === undefined
          ? undefined
          : { ...draft, key: draft.key?.map(nameOf), places: draft.places.map((each) => ({ ...each, column: nameOf(each.column) })) },
      columns: saidTogether(
        named(one.asked?.columns ?? []),
        named((given.columns ?? []).map(({ was: _was, ...each }) => each)).filter((each) => Object.keys(each).length > 1),
      ),
    }
    const done = await ports.imports.move(one.id, ['asking', 'choosing'], 'reading', {
      asked,
      ...(dataset === null ? {} : { dataset: dataset.id }),
    })
    return done === true ? ok({ id: one.id }) : refuse({ code: 'import-elsewhere' })
  },
})

const noRows = (language: Language): Refusal => ({
  code: 'bad-value',
  data: { name: 'delimiter', reason: language === 'vi' ? 'tệp không phải là CSV' : 'the file is no CSV' },
})

const noProvince = (language: Language): Refusal => ({
  code: 'not-found',
  data: { what: language === 'vi' ? 'tỉnh, thành phố' : 'province' },
})

const saidBefore = (places: readonly AskedPlace[] = [], column: string): string | null | undefined =>
  places.find((place) => place.column === column)?.province

/** @returns undefined: nothing was said; null: of the whole country */
async function provinceSaid(ports: PlacePorts, named: string | undefined, on: Day): Promise<string | null | undefined | 'unknown'> {
  if (named === undefined) return undefined
  if (named === 'none') return null
  const own = await ports.places.get(named, on)
  if (own?.level === 'province') return own.id
  const [one, more] = await provincesNamed(ports, named, on)
  return one === undefined || more !== undefined ? 'unknown' : one.id
}
