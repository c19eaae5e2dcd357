import { Hono } from 'hono'
import { upright } from '../../base/text/upright.ts'
import { tooLong } from '../../operations/call.ts'
import type { Files, OpenFile } from '../../operations/file/ports.ts'
import { contextAt, languageOf, type WhoOf } from '../context.ts'
import { stretchIn, stretchOf } from './byte-range.ts'
import { problemOf, problemResponse } from './problem.ts'

/**
 * Files of evidence: `PUT /api/v1/files?name=…` takes the bytes as the body and answers their sum; an act names the sum.
 * `GET /api/v1/files/{sha256}` gives them back to whoever may see what they are shown with, always as a download.
 */
export function fileDoor(deps: { readonly files: Files; readonly now: () => Date; readonly whoOf: WhoOf }): Hono {
  const door = new Hono()
  door.put(FILES, async (c) => {
    const language = languageOf(c.req.raw)
    const context = contextAt(deps.now(), language, await deps.whoOf(c.req.raw))
    const name = c.req.query('name') ?? ''
    if (name.trim() === '') return problemResponse(problemOf({ code: 'missing-parameter', data: { name: 'name' } }, language))
    if (name.length > LONGEST) return problemResponse(problemOf(tooLong('name', LONGEST, language), language))
    const kept = await deps.files.keep(context, name, c.req.raw.body ?? new ReadableStream({ start: (body) => body.close() }))
    return kept.ok ? c.json(kept.value) : problemResponse(problemOf(kept.refusal, language))
  })
  door.get(`${FILES}/:sha256`, async (c) => {
    const language = languageOf(c.req.raw)
    const context = contextAt(deps.now(), language, await deps.whoOf(c.req.raw))
    const found = await deps.files.open(context, c.req.param('sha256'))
    if (!found.ok) return problemResponse(problemOf(found.refusal, language))
    return fileResponse(found.value, c.req.raw)
  })
  return door
}

/**
 * A file that somebody put, for whoever may have it: a download under a name that turns nothing, never a page of ours. Who has it
 * already, by its sum, is told so; who has its beginning gets the rest. [PAG-15] [DAT-8]
 */
export function fileResponse({ bytes, mediaType, name, size, sha256 }: OpenFile, request: Request): Response {
  const etag = `"${sha256}"`
  const common = { etag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  const isOther = ![null, etag].includes(request.headers.get('if-range'))
  const stretch = isOther ? null : stretchIn(request.headers.get('range'), size)
  if (known.includes(etag) || known.includes('*') || stretch === 'none') {
    bytes.cancel().catch(() => undefined)
    return stretch === 'none' && !known.includes(etag)
      ? new Response(null, { status: 416, headers: { ...common, 'content-range': `bytes */${size}` } })
      : new Response(null, { status: 304, headers: common })
  }
  return new Response(stretch === null ? bytes : stretchOf(bytes, stretch), {
    status: stretch === null ? 200 : 206,
    headers: {
      ...common,
      ...(stretch === null ? {} : { 'content-range': `bytes ${stretch.from}-${stretch.to}/${size}` }),
      'content-type': mediaType,
      'content-length': String(stretch === null ? size : stretch.to - stretch.from + 1),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(upright(name).replaceAll(/[/\\]|\p{Cc}/gu, '_'))}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Of a name, as the database holds it. */
export const LONGEST = 255

export const FILES = '/api/v1/files'
