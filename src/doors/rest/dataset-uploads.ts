import { Hono } from 'hono'
import type { Language, Refusal } from '../../base/refusals.ts'
import { tooLong } from '../../operations/call.ts'
import type { Files, Upload } from '../../operations/file/ports.ts'
import type { Context } from '../../operations/operation.ts'
import { contextAt, languageOf, type WhoOf } from '../context.ts'
import { LONGEST } from './files.ts'
import { problemOf, problemResponse } from './problem.ts'

/**
 * Large files of data, in parts: tus 1.0.0 with creation, expiration and termination, so that any client of it can send here.
 * `POST` says how long the file is and what it is called, `HEAD` how much of it is there, `PATCH` goes on from there. A file that
 * is whole is kept as `PUT /api/v1/dataset-files` would have kept it; its sum stands in `Upload-Sha256`. [DAT-42]
 *
 * @source https://tus.io/protocols/resumable-upload, version 1.0.0
 */
export function datasetUploadDoor(deps: { readonly files: Files; readonly now: () => Date; readonly whoOf: WhoOf }): Hono {
  const door = new Hono()
  const { uploads } = deps.files
  const asked = async (request: Request): Promise<Context> => contextAt(deps.now(), languageOf(request), await deps.whoOf(request))
  door.use(`${DATASET_UPLOADS}/*`, async (c, next) => {
    const said = c.req.header('tus-resumable')
    if (said !== undefined && said !== TUS && c.req.method !== 'OPTIONS')
      return refused({ code: 'upload-protocol' }, languageOf(c.req.raw), { 'tus-version': TUS })
    await next()
    c.res.headers.set('tus-resumable', TUS)
  })
  door.on('OPTIONS', [DATASET_UPLOADS, ONE], (c) => c.body(null, 204, { 'tus-version': TUS, 'tus-extension': EXTENSIONS }))
  door.post(DATASET_UPLOADS, async (c) => {
    const context = await asked(c.req.raw)
    const { language } = context
    const name = c.req.query('name') ?? nameIn(c.req.header('upload-metadata') ?? '')
    if (name.length > LONGEST) return refused(tooLong('name', LONGEST, language), language)
    const begun = await uploads.begin(context, { name, size: bytesIn(c.req.header('upload-length')) })
    if (!begun.ok) return refused(begun.refusal, language)
    return c.json(begun.value, 201, { location: `${DATASET_UPLOADS}/${begun.value.id}`, ...headersOf(begun.value) })
  })
  door.get(ONE, async (c) => {
    const context = await asked(c.req.raw)
    const found = await uploads.get(context, c.req.param('id'))
    return found.ok ? c.json(found.value, 200, headersOf(found.value)) : refused(found.refusal, context.language)
  })
  door.patch(ONE, async (c) => {
    const context = await asked(c.req.raw)
    const { language } = context
    if (c.req.header('content-type') !== 'application/offset+octet-stream') return refused({ code: 'upload-type' }, language)
    const offset = bytesIn(c.req.header('upload-offset'))
    if (offset === null) return refused({ code: 'missing-parameter', data: { name: 'Upload-Offset' } }, language)
    // more than there is room for is told before a byte of it is taken
    const said = bytesIn(c.req.header('content-length'))
    const of = said === null ? null : await uploads.get(context, c.req.param('id'))
    if (of?.ok === true && said !== null && of.value.offset === offset && offset + said > of.value.size)
      return refused({ code: 'upload-past-end', data: { size: of.value.size } }, language)
    const body = c.req.raw.body ?? new ReadableStream({ start: (stream) => stream.close() })
    const taken = await uploads.append(context, c.req.param('id'), offset, body)
    return taken.ok ? c.body(null, 204, headersOf(taken.value)) : refused(taken.refusal, language)
  })
  door.delete(ONE, async (c) => {
    const context = await asked(c.req.raw)
    const dropped = await uploads.drop(context, c.req.param('id'))
    return dropped.ok ? c.body(null, 204) : refused(dropped.refusal, context.language)
  })
  return door
}

export const DATASET_UPLOADS = '/api/v1/dataset-uploads'
const ONE = `${DATASET_UPLOADS}/:id`
const TUS = '1.0.0'
const EXTENSIONS = 'creation,expiration,termination'

const headersOf = ({ offset, size, expiresAt, sha256 }: Upload): Record<string, string> => ({
  'upload-offset': String(offset),
  'upload-length': String(size),
  'upload-expires': new Date(expiresAt).toUTCString(),
  'cache-control': 'no-store',
  ...(sha256 === null ? {} : { 'upload-sha256': sha256 }),
})

/** An offset that is not the server's is told beside the refusal, so that a program need not ask again. */
function refused(refusal: Refusal, language: Language, headers: Readonly<Record<string, string>> = {}): Response {
  const response = problemResponse(problemOf(refusal, language))
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  if (refusal.code === 'upload-offset') response.headers.set('upload-offset', String(refusal.data?.['offset'] ?? ''))
  return response
}

const bytesIn = (text = ''): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null)

/** `filename dGVw…, other …`: names and values in base64. @returns empty: none is said */
function nameIn(metadata: string): string {
  const said = metadata
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .find(([key]) => key === 'filename')
  return Buffer.from(said?.[1] ?? '', 'base64').toString('utf8')
}
