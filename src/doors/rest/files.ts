import { Hono } from 'hono'
import { upright } from '../../base/text/upright.ts'
import { tooLong } from '../../operations/call.ts'
import type { Files, OpenFile } from '../../operations/file/ports.ts'
import { contextAt, languageOf, type WhoOf } from '../context.ts'
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
    return fileResponse(found.value)
  })
  return door
}

/** A file that somebody put, for whoever may have it: a download under a name that turns nothing, never a page of ours. [PAG-15] */
export const fileResponse = ({ bytes, mediaType, name, size, sha256 }: OpenFile): Response =>
  new Response(bytes, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(upright(name).replaceAll(/[/\\]|\p{Cc}/gu, '_'))}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      etag: `"${sha256}"`,
    },
  })

/** Of a name, as the database holds it. */
export const LONGEST = 255

export const FILES = '/api/v1/files'
