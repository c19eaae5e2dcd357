import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { KEEPS } from '../../kernel/dataset/describe.ts'
import { readTableSchema } from '../../kernel/dataset/table-schema.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { operation } from '../operation.ts'
import type { PlacePorts } from '../place/ports.ts'
import { dayText, id } from '../values.ts'
import type { ImportPorts } from './ports.ts'
import { type AskedPlace, provincesNamed } from './read-places.ts'
import { noImport } from './refusals.ts'
import { tableSchema } from './start-import.ts'

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
