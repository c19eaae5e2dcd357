import { z } from 'zod'
import { refusals } from '../../base/refusals.ts'
import type { AnyOperation } from '../../operations/registry.ts'
import { takesFile } from '../reading/file-fields.ts'
import { describeFileDoor, fileDoors } from './file-doors.ts'

/**
 * OpenAPI 3.1, made from the registry and the list of the doors for files: nothing here is written by hand but the frame.
 * Named schemas (`.meta({ id })`) are hoisted into components; a GET's fields become parameters, others a JSON body.
 */
export function openApi(operations: readonly AnyOperation[], version: string): object {
  const components: Record<string, unknown> = { Problem: problem }
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const input = schemaOf(operation.input, 'input', components)
    const output = schemaOf(operation.output, 'output', components)
    const path = `/api/v1${operation.rest.path}`
    const inPath = [...operation.rest.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    paths[path] = { ...paths[path], [operation.rest.method.toLowerCase()]: describe(operation, input, output, inPath) }
  }
  for (const door of fileDoors) {
    const path = `/api/v1${door.path}`
    paths[path] = { ...paths[path], [door.method.toLowerCase()]: describeFileDoor(door, refused) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Liên Vùng',
      version,
      description: 'Chỉ đạo điều hành và cơ sở dữ liệu vùng. Mọi lời từ chối có dạng problem+json với mã cố định.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: components },
  }
}

/** Of a directive its file may be sent as it is; its other fields then stand in the query string. */
const fileName = {
  name: 'name',
  in: 'query',
  required: false,
  schema: { type: 'string' },
  description: 'the name of the file, when the body is a file and not JSON; other fields are then parameters too',
}

const refused = { description: 'a refusal', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

type Schema = { readonly properties?: Record<string, unknown>; readonly required?: readonly string[] }

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: [...Object.keys(refusals), 'accident'] },
    detail: { type: 'string', description: 'a sentence for a person' },
    data: { type: 'object' },
    instance: { type: 'string' },
  },
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Record<string, unknown>): Schema {
  const { $schema, $defs, ...own } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'throw' })
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] = hoisted(definition)
  return hoisted(own) as Schema
}

/** `#/$defs/X` → `#/components/schemas/X`, everywhere below. */
function hoisted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hoisted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id')
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : hoisted(inner),
      ]),
  )
}

function describe(operation: AnyOperation, input: Schema, output: Schema, inPath: readonly string[]): object {
  const fields = Object.entries(input.properties ?? {})
  const required = new Set(input.required ?? [])
  const parameter = (name: string, schema: unknown): object => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name) || required.has(name),
    schema,
  })
  const isGet = operation.rest.method === 'GET'
  const body = fields.filter(([name]) => !inPath.includes(name))
  return {
    operationId: operation.name,
    summary: operation.summary.vi,
    description: operation.summary.en,
    tags: [operation.name.split('.')[0]],
    parameters: [
      ...fields.filter(([name]) => isGet || inPath.includes(name)).map(([name, schema]) => parameter(name, schema)),
      ...(takesFile(operation) ? [fileName] : []),
    ],
    ...(isGet || body.length === 0
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: Object.fromEntries(body),
                  required: body.map(([name]) => name).filter((name) => required.has(name)),
                  additionalProperties: false,
                },
              },
              ...(takesFile(operation) ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : {}),
            },
          },
        }),
    responses: {
      200: { description: 'the answer', content: { 'application/json': { schema: output } } },
      default: refused,
    },
  }
}
