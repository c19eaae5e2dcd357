import { Hono } from 'hono'
import type { Refusal } from '../../base/refusals.ts'
import { denied } from '../../kernel/access/access.ts'
import { type Call, tooLong } from '../../operations/call.ts'
import { documentReceive } from '../../operations/document/receive-document.ts'
import type { Files } from '../../operations/file/ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { AnyOperation } from '../../operations/registry.ts'
import { contextAt, languageOf, type WhoOf } from '../context.ts'
import { receiveFields, takesFile, textFields } from '../reading/file-fields.ts'
import { addressOf } from '../sign-in/from.ts'
import { problemOf, problemResponse } from './problem.ts'

/**
 * REST, made from the registry: one route an operation, below /api/v1.
 *
 * GET reads its fields from the query string, the others from a JSON body; both add what the path holds. Repeated query
 * parameters are a list only where the operation takes one. Answers are the operation's own; refusals are problem+json.
 * Where an operation takes the text of a directive its file may be sent as it is: any body that is not JSON, under the parameter `name`.
 */
export function rest(
  operations: readonly AnyOperation[],
  deps: { readonly call: Call; readonly now: () => Date; readonly whoOf: WhoOf; readonly files: Files; readonly proxy?: boolean },
): Hono {
  const app = new Hono()
  // fixed segments before blanks: /places/resolve must not be read as the place «resolve»
  const ordered = [...operations].sort((a, b) => blanks(a.rest.path) - blanks(b.rest.path))
  for (const operation of ordered) {
    app.on(operation.rest.method, `/api/v1${operation.rest.path.replace(/\{(\w+)\}/g, ':$1')}`, async (c) => {
      const language = languageOf(c.req.raw)
      const key = c.req.header('idempotency-key')
      const context = contextAt(deps.now(), language, await deps.whoOf(c.req.raw), addressOf(c, deps.proxy === true))
      const given =
        takesFile(operation) && isFile(c.req.raw)
          ? await fieldsOfFile(operation, context, deps.files, c.req.raw)
          : await fieldsOf(c.req.raw, operation.rest.method, c.req.param())
      if ('refused' in given) return problemResponse(problemOf(given.refused, language))
      if (key?.trim() === '') return problemResponse(problemOf({ code: 'missing-parameter', data: { name: 'Idempotency-Key' } }, language))
      // cut short, two keys would be one
      if (key !== undefined && key.length > LONGEST_KEY)
        return problemResponse(problemOf(tooLong('Idempotency-Key', LONGEST_KEY, language), language))
      const answer = await deps.call(operation, key === undefined ? context : { ...context, key }, given.fields)
      // an answer is one person's: nothing between here and him keeps it
      return answer.ok ? c.json(answer.value, 200, { 'cache-control': 'no-store' }) : problemResponse(problemOf(answer.refusal, language))
    })
  }
  app.all('/api/*', (c) => problemResponse(problemOf({ code: 'no-such-address', data: { path: c.req.path } }, languageOf(c.req.raw))))
  return app
}

const LONGEST_KEY = 200

const blanks = (path: string): number => path.split('{').length - 1

type Given = { readonly fields: Record<string, unknown> } | { readonly refused: Refusal }

/** A client that says nothing of its JSON sends it as a text: a file is what has a name. */
const isFile = ({ headers, url }: Request): boolean =>
  new URL(url).searchParams.has('name') && !/^application\/json\b/i.test(headers.get('content-type') ?? '')

async function fieldsOfFile(operation: AnyOperation, context: Context, files: Files, request: Request): Promise<Given> {
  const { name = '', ...fields } = Object.fromEntries(new URL(request.url).searchParams)
  if (name.trim() === '') return { refused: { code: 'missing-parameter', data: { name: 'name' } } }
  // who may not ask is not read for; the call says why
  if (denied(context.who, operation.access) !== null) return { fields: { ...fields, text: '' } }
  const bytes = new Uint8Array(await request.arrayBuffer())
  const read = operation.name === documentReceive.name ? await receiveFields(context, files, name, bytes) : await textFields(name, bytes)
  return read.ok ? { fields: { ...fields, ...read.value } } : { refused: read.refusal }
}

async function fieldsOf(request: Request, method: string, path: Record<string, string>): Promise<Given> {
  if (method === 'GET') {
    const query = new URL(request.url).searchParams
    query.delete('ngon-ngu')
    // made from entries: assigning `__proto__` would make no field, and nobody would refuse it
    const fields = Object.fromEntries(
      [...new Set(query.keys())].map((name) => {
        const values = query.getAll(name)
        return [name, values.length === 1 ? values[0] : values]
      }),
    )
    return { fields: { ...fields, ...path } }
  }
  const text = await request.text()
  if (text.trim() === '') return { fields: { ...path } }
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return { refused: { code: 'bad-json' } }
    return { fields: { ...body, ...path } }
  } catch {
    return { refused: { code: 'bad-json' } }
  }
}
