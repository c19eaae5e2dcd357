import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { denied } from '../kernel/access/access.ts'
import type { Call } from '../operations/call.ts'
import type { Files } from '../operations/file/ports.ts'
import { Outage } from '../operations/outage.ts'
import type { AnyOperation } from '../operations/registry.ts'
import { languageOf, type WhoOf } from './context.ts'
import { guard } from './guard.ts'
import { metrics } from './metrics.ts'
import { DATASET_FILES, datasetFileDoor } from './rest/dataset-files.ts'
import { DATASET_UPLOADS, datasetUploadDoor } from './rest/dataset-uploads.ts'
import { FILES, fileDoor } from './rest/files.ts'
import { openApi } from './rest/openapi.ts'
import { accident, problemOf, problemResponse } from './rest/problem.ts'
import { rest } from './rest/rest.ts'

/** 20 MiB: more than any letter; files of evidence come with their own door. */
const MAX_BODY = 20 * 1024 * 1024

export type AppDeps = {
  readonly call: Call
  readonly operations: readonly AnyOperation[]
  readonly whoOf: WhoOf
  readonly files: Files
  readonly version: string
  /** Whether a reverse proxy stands before this server; absent: none does. */
  readonly proxy?: boolean
  readonly allowedHosts: ReadonlySet<string>
  /** Answers whether the database does. */
  readonly ready: () => Promise<boolean>
  readonly now: () => Date
  readonly requestId: () => string
  readonly log: (entry: object) => void
  /** The pages, mounted last, at the root. */
  readonly pages: Hono
}

/**
 * Every door of one node behind one guard: health, metrics, REST, pages. A function from Request to Response.
 * Refusals are values and were phrased before they get here; what arrives at `onError` is an accident, logged once with an id.
 */
export function app(deps: AppDeps): Hono {
  const numbers = metrics()
  const document = openApi(deps.operations, deps.version)
  const root = new Hono()
  root.use(numbers.measure)
  root.use(guard(deps.allowedHosts))
  root.use(secureHeaders(HEADERS))
  const limited = bodyLimit({
    maxSize: MAX_BODY,
    onError: (c) => problemResponse(problemOf({ code: 'body-too-large', data: { limit: MAX_BODY } }, languageOf(c.req.raw))),
  })
  // files have a limit of their own, and are never held in memory
  root.use((c, next) => (carriesFiles(c.req.path, c.req.header('content-type')) ? next() : limited(c, next)))
  root.get('/health/live', (c) => c.json({ status: 'live' }))
  root.get('/health/ready', async (c) => ((await deps.ready()) ? c.json({ status: 'ready' }) : c.json({ status: 'not-ready' }, 503)))
  root.get('/metrics', async (c) => {
    const why = denied(await deps.whoOf(c.req.raw), 'signed-in')
    return why === null
      ? c.text(numbers.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
      : problemResponse(problemOf({ code: why }, languageOf(c.req.raw)))
  })
  root.get('/api/openapi.json', (c) => c.json(document))
  root.route('/', fileDoor(deps))
  root.route('/', datasetFileDoor(deps))
  root.route('/', datasetUploadDoor(deps))
  root.route('/', rest(deps.operations, deps))
  root.route('/', deps.pages)
  root.onError((error, c) => {
    const id = deps.requestId()
    if (hasLeft(error, c.req.raw)) {
      deps.log({ level: 'info', request: id, method: c.req.method, path: withoutSecret(c.req.path), left: error.message })
      return new Response(null, { status: 499 })
    }
    deps.log({
      level: 'error',
      request: id,
      method: c.req.method,
      path: withoutSecret(c.req.path),
      error: error.stack ?? error.message,
      cause: causeOf(error),
    })
    const language = languageOf(c.req.raw)
    return problemResponse(error instanceof Outage ? { ...problemOf(error.refusal, language), instance: id } : accident(id, language))
  })
  return root
}

/** Forms with files, which only pages take: what calls itself one at an operation is held whole, and limited. */
const carriesFiles = (path: string, type = ''): boolean =>
  path === FILES ||
  path === DATASET_FILES ||
  path.startsWith(`${DATASET_UPLOADS}/`) ||
  (type.startsWith('multipart/form-data') && !path.startsWith('/api/'))

/** Whoever hung up while he was sending is no accident, and hears no answer; `aborted` is how Node says it. */
const hasLeft = (error: Error, { signal }: Request): boolean =>
  signal.aborted || (error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET')

/** The address of a calendar, and that of an answer, is a secret. */
const withoutSecret = (path: string): string => path.replace(/^(\/lich|\/tra-loi-so-lieu|\/api\/v1\/figure-report-answers)\/.+/, '$1/…')

const causeOf = ({ cause }: Error): string | undefined => (cause instanceof Error ? cause.stack : undefined)

const HEADERS = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    workerSrc: ["'self'"],
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
}
