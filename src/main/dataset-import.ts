import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { argumentFault, both, surplus } from '../doors/cli/argument-fault.ts'
import { contextAt } from '../doors/context.ts'
import { OPERATOR } from '../kernel/access/who.ts'
import { columnTypes, forms } from '../kernel/dataset/column.ts'
import { measures } from '../kernel/place/carry.ts'
import { importCommit } from '../operations/dataset/commit-import.ts'
import { datasetGet } from '../operations/dataset/get-dataset.ts'
import { importGet } from '../operations/dataset/get-import.ts'
import { importReread } from '../operations/dataset/reread-import.ts'
import { importStart } from '../operations/dataset/start-import.ts'
import type { Opened } from './open.ts'

/** `lienvung dataset import FILE`: what a steward does on three pages, in one line. */
const OPTIONS = {
  title: { type: 'string' },
  dataset: { type: 'string' },
  key: { type: 'string', multiple: true },
  bad: { type: 'string' },
  /** A column whose reading is asked or wrong: `so=comma`, `ngay=dmy`, `ma=text`; or how its figures are joined: `dan_so=sum`. */
  as: { type: 'string', multiple: true },
  /** A column of places and the day as of which they are meant: `tinh=2025-06-30`. */
  place: { type: 'string', multiple: true },
  /** The sheet of a workbook, or the layer of a GeoPackage. */
  part: { type: 'string' },
  /** A file with a Frictionless Table Schema. */
  schema: { type: 'string' },
  /** The system of its coordinates: `vn2000-3:107.75`, `vn2000-3:107.75/yx`, `wgs84`. */
  crs: { type: 'string' },
  /** The province its coordinates are claimed to lie in. */
  province: { type: 'string' },
  'has-head': { type: 'string' },
  access: { type: 'string' },
  custodian: { type: 'string' },
  description: { type: 'string' },
  licence: { type: 'string' },
  attribution: { type: 'string' },
  source: { type: 'string' },
  basis: { type: 'string' },
  cadence: { type: 'string' },
  theme: { type: 'string', multiple: true },
  territory: { type: 'string' },
  'valid-on': { type: 'string' },
  note: { type: 'string' },
} as const

export function understandImport(
  argv: readonly string[],
): { readonly file: string; readonly fields: Readonly<Record<string, unknown>> } | { readonly fault: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
    const [file, more] = positionals
    if (file === undefined)
      return { fault: both('Thiếu tên tệp: lienvung dataset import TỆP', 'The name of a file is missing: lienvung dataset import FILE') }
    if (more !== undefined) return { fault: surplus(more) }
    const { as = [], place = [], theme, 'has-head': hasHead, 'valid-on': validOn, ...rest } = values
    const columns = as.map(columnSaid)
    const odd = as.find((_, i) => columns[i] === null)
    if (odd !== undefined)
      return { fault: both(`«--as ${odd}» cần dạng CỘT=KIỂU hoặc CỘT=CÁCH-ĐỌC.`, `“--as ${odd}” needs COLUMN=TYPE or COLUMN=FORM.`) }
    const places = place.map((text) => {
      const [column = '', on = ''] = text.split('=')
      return { column, on }
    })
    return {
      file,
      fields: {
        ...rest,
        ...(places.length === 0 ? {} : { places }),
        ...(columns.length === 0 ? {} : { columns }),
        ...(theme === undefined ? {} : { themes: theme }),
        ...(hasHead === undefined ? {} : { hasHead }),
        ...(validOn === undefined ? {} : { validOn }),
      },
    }
  } catch (error) {
    return { fault: argumentFault(error) }
  }
}

function columnSaid(text: string): object | null {
  const [name = '', said = ''] = text.split('=')
  const type = columnTypes.find((one) => one === said)
  if (type !== undefined) return { name, type }
  const measure = measures.find((one) => one === said)
  if (measure !== undefined) return { name, measure }
  const form = forms.find((one) => one === said)
  return form === undefined ? null : { name, form }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return 'unreadable'
  }
}

const TOLD_MS = 2000

/** @param tell hears how far it is, in both languages */
export async function importFile(
  node: Pick<Opened, 'call' | 'files' | 'importer'>,
  file: string,
  { dataset, places, province, part, schema, ...choices }: Readonly<Record<string, unknown>>,
  tell: (progress: string) => void,
): Promise<Result<unknown, Refusal>> {
  const context = () => contextAt(new Date(), 'vi', OPERATOR)
  const kept = await node.files.keepData(context(), basename(file), createReadStream(file)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return refuse({ code: 'not-found', data: { what: `tệp «${file}»` } } as const)
    throw error
  })
  if (!kept.ok) return kept
  const said = typeof schema === 'string' ? readJson(schema) : null
  if (said === 'unreadable') return refuse({ code: 'import-schema', data: { reason: 'JSON' } })
  const started = await node.call(importStart, context(), {
    file: kept.value.sha256,
    name: basename(file),
    ...(dataset === undefined ? {} : { dataset }),
    ...(said === null ? {} : { schema: said }),
  })
  if (!started.ok) return started
  const { id } = started.value
  await node.importer.idle()
  const read = await node.call(importGet, context(), { id })
  if (!read.ok || read.value.state !== 'asking') return read
  if (places !== undefined || province !== undefined || part !== undefined) {
    const again = await node.call(importReread, context(), {
      id,
      ...(places === undefined ? {} : { places }),
      ...(province === undefined ? {} : { province }),
      ...(part === undefined ? {} : { part }),
    })
    if (!again.ok) return again
    await node.importer.idle()
  }
  const title = dataset === undefined ? { title: basename(file).replace(/\.\w{2,8}$/, '') } : {}
  const committed = await node.call(importCommit, context(), { ...title, ...choices, id })
  if (!committed.ok) return committed
  const telling = setInterval(() => {
    node.call(importGet, context(), { id }).then(
      (now) => {
        if (now.ok) tell(both(`${now.value.rowsRead} dòng`, `${now.value.rowsRead} rows`))
      },
      () => undefined,
    )
  }, TOLD_MS)
  await node.importer.idle()
  clearInterval(telling)
  const done = await node.call(importGet, context(), { id })
  if (!done.ok || done.value.state !== 'done') return done
  const { state, result, rowsRead, rowsBad } = done.value
  const made = await node.call(datasetGet, context(), { id: done.value.dataset })
  return ok({
    import: id,
    state,
    version: result,
    rows: rowsRead,
    badRows: rowsBad,
    ...(made.ok ? { dataset: made.value.id, slug: made.value.slug } : {}),
  })
}
