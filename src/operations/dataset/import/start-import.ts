import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { KEEPS, keeps } from '../../../kernel/dataset/describe.ts'
import { readTableSchema } from '../../../kernel/dataset/schema/table-schema.ts'
import { operation } from '../../operation.ts'
import { id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset } from '../refusals.ts'
import type { ImportPorts } from './ports.ts'

export const tableSchema = z
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
