import { Hono } from 'hono'
import { tooLong } from '../../operations/call.ts'
import type { Files } from '../../operations/file/ports.ts'
import { contextAt, languageOf, type WhoOf } from '../context.ts'
import { fileResponse, LONGEST } from './files.ts'
import { problemOf, problemResponse } from './problem.ts'

/**
 * Files of data: `PUT /api/v1/dataset-files?name=…` takes the bytes as the body and answers their sum, which an import names.
 * `GET /api/v1/datasets/{id}/versions/{n}/file` gives back the file a version was made of, `…/bad-rows` the rows left out.
 * `GET /api/v1/dataset-imports/{id}/bad-rows` gives those of an import of which nothing is taken yet. [DAT-49]
 */
export function datasetFileDoor(deps: { readonly files: Files; readonly now: () => Date; readonly whoOf: WhoOf }): Hono {
  const door = new Hono()
  door.put(DATASET_FILES, async (c) => {
    const language = languageOf(c.req.raw)
    const context = contextAt(deps.now(), language, await deps.whoOf(c.req.raw))
    const name = c.req.query('name') ?? ''
    if (name.trim() === '') return problemResponse(problemOf({ code: 'missing-parameter', data: { name: 'name' } }, language))
    if (name.length > LONGEST) return problemResponse(problemOf(tooLong('name', LONGEST, language), language))
    const kept = await deps.files.keepData(context, name, c.req.raw.body ?? new ReadableStream({ start: (body) => body.close() }))
    return kept.ok ? c.json(kept.value) : problemResponse(problemOf(kept.refusal, language))
  })
  for (const [part, of] of [
    ['file', 'file'],
    ['bad-rows', 'bad'],
  ] as const)
    door.get(`/api/v1/datasets/:id/versions/:version{[0-9]{1,9}}/${part}`, async (c) => {
      const language = languageOf(c.req.raw)
      const context = contextAt(deps.now(), language, await deps.whoOf(c.req.raw))
      const found = await deps.files.openData(context, { id: c.req.param('id'), version: Number(c.req.param('version')), of })
      if (!found.ok) return problemResponse(problemOf(found.refusal, language))
      return fileResponse(found.value, c.req.raw)
    })
  door.get(`${IMPORTS}/:id/bad-rows`, async (c) => {
    const language = languageOf(c.req.raw)
    const context = contextAt(deps.now(), language, await deps.whoOf(c.req.raw))
    const found = await deps.files.openBadRows(context, c.req.param('id'))
    return found.ok ? fileResponse(found.value, c.req.raw) : problemResponse(problemOf(found.refusal, language))
  })
  return door
}

const IMPORTS = '/api/v1/dataset-imports'

export const DATASET_FILES = '/api/v1/dataset-files'
