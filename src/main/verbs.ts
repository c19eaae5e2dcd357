import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Refusal } from '../base/refusals.ts'
import { type Result, refuse } from '../base/result.ts'
import { both } from '../doors/cli/argument-fault.ts'
import { contextAt } from '../doors/context.ts'
import { receiveFields } from '../doors/reading/file-fields.ts'
import { OPERATOR } from '../kernel/access/who.ts'
import { documentReceive } from '../operations/document/receive-document.ts'
import type { Context } from '../operations/operation.ts'
import { bodyNamed } from '../operations/organisation/body-named.ts'
import { organisationGet } from '../operations/organisation/get-organisation.ts'
import { organisationResolve } from '../operations/organisation/resolve-organisation.ts'
import { registry } from '../operations/registry.ts'
import type { Progress } from '../store/backup/progress.ts'
import { importFile } from './dataset-import.ts'
import { bringMissingData } from './first-data.ts'
import type { Opened } from './open.ts'
import { progressWords } from './progress.ts'

/**
 * What the command line asks of a node, the same whether a server holds it or the command opened it itself.
 * The registry's operations by name; what is not an operation (it works on files of the machine) has a verb of its own.
 */
export type Asked =
  | {
      readonly verb: 'operation'
      readonly name: string
      readonly fields: Readonly<Record<string, unknown>>
      readonly language: 'vi' | 'en'
    }
  | {
      readonly verb: 'receive'
      readonly file: string
      readonly fields: Readonly<Record<string, unknown>>
      readonly language: 'vi' | 'en'
    }
  | { readonly verb: 'dataset-import'; readonly file: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly verb: 'first-data' }
  | { readonly verb: 'backup'; readonly file: string }
  | { readonly verb: 'export-head'; readonly file: string }
  | { readonly verb: 'check-head'; readonly file: string }

const olderServer = both(
  'Máy chủ đang chạy không biết lệnh này. Khởi động lại máy chủ bằng cùng phiên bản với dòng lệnh.',
  'The server that runs does not know this command. Restart it with the version of the command line.',
)

/** @param tell hears how far a long one is, in both languages */
export const answer = async (node: Opened, asked: Asked, tell: (progress: string) => void): Promise<Result<unknown, Refusal>> => {
  switch (asked.verb) {
    case 'operation': {
      const operation = registry.find((one) => one.name === asked.name)
      if (operation === undefined) throw new Error(olderServer)
      const context = contextAt(new Date(), asked.language, OPERATOR)
      return node.call(operation, context, await withBodies(node, context, asked.fields))
    }
    case 'receive': {
      const bytes = await readFile(asked.file).catch(() => null)
      if (bytes === null) return refuse({ code: 'not-found', data: { what: `tệp «${asked.file}»` } })
      const context = contextAt(new Date(), asked.language, OPERATOR)
      const read = await receiveFields(context, node.files, basename(asked.file), bytes)
      return read.ok ? node.call(documentReceive, context, { ...asked.fields, ...read.value }) : read
    }
    case 'dataset-import':
      return importFile(node, asked.file, asked.fields, tell)
    case 'first-data':
      return { ok: true, value: { datasets: await bringMissingData(node) } }
    case 'backup':
      return { ok: true, value: await node.backup(asked.file, quarters(tell)) }
    case 'check-head':
      return { ok: true, value: await node.checkHead(asked.file) }
    case 'export-head':
      return { ok: true, value: await node.exportHead(asked.file) }
  }
}

/** Bodies by name or abbreviation too, as on the pages; what means none, or several, stays, and the operation says so. [DAT-95] */
async function withBodies(
  node: Pick<Opened, 'call'>,
  context: Context,
  fields: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const said = { ...fields }
  for (const name of ['organisation', 'custodian']) {
    const typed = said[name]
    if (typeof typed !== 'string' || (await node.call(organisationGet, context, { id: typed })).ok) continue
    const body = await bodyNamed((given) => node.call(organisationResolve, context, given), typed)
    if (body !== 'unknown' && body.id !== null) said[name] = body.id
  }
  return said
}

/** A backup has many tables: a line for each quarter of them. */
function quarters(tell: (progress: string) => void): Progress {
  let told = 0
  return (done) => {
    const quarter = Math.floor((done.tables * 4) / done.of)
    if (quarter > told) tell(progressWords(done))
    told = Math.max(told, quarter)
  }
}

/** Reads what came through the socket. @throws when it is not something a command asks */
export function readAsked(given: unknown): Asked {
  if (typeof given === 'object' && given !== null && 'verb' in given) {
    if (
      given.verb === 'operation' &&
      'name' in given &&
      typeof given.name === 'string' &&
      'fields' in given &&
      typeof given.fields === 'object' &&
      given.fields !== null
    ) {
      return { verb: 'operation', name: given.name, fields: fieldsIn(given.fields), language: languageIn(given) }
    }
    if (given.verb === 'receive' && 'file' in given && typeof given.file === 'string' && 'fields' in given)
      return { verb: 'receive', file: given.file, fields: fieldsIn(given.fields), language: languageIn(given) }
    if (given.verb === 'dataset-import' && 'file' in given && typeof given.file === 'string' && 'fields' in given)
      return { verb: given.verb, file: given.file, fields: fieldsIn(given.fields) }
    if (given.verb === 'first-data') return { verb: given.verb }
    if (
      (given.verb === 'backup' || given.verb === 'export-head' || given.verb === 'check-head') &&
      'file' in given &&
      typeof given.file === 'string'
    )
      return { verb: given.verb, file: given.file }
  }
  throw new Error(olderServer)
}

const fieldsIn = (fields: unknown): Readonly<Record<string, unknown>> =>
  typeof fields === 'object' && fields !== null ? Object.fromEntries(Object.entries(fields)) : {}
const languageIn = (given: object): 'vi' | 'en' => ('language' in given && given.language === 'en' ? 'en' : 'vi')
