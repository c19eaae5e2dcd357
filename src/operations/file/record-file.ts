import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, refuse } from '../../base/result.ts'
import { REPORTS, speaksOfWork } from '../../kernel/task/life.ts'
import { rolesSaid } from '../access/role-names.ts'
import { type Context, operation } from '../operation.ts'
import type { FilePorts } from './ports.ts'

/**
 * What the doors for files ask of the store. Neither is in the registry: the bytes come and go through a door of their own,
 * and a row without bytes would be a lie.
 */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const kept = z.strictObject({ sha256, size: z.int().min(1), mediaType: z.string() })

/** Why he may keep no file; asked before a byte is read, and again when it is recorded. [TSK-19] */
export function notToKeep({ who, language }: Context): Refusal | null {
  if (who.kind === 'nobody') return { code: 'sign-in-needed' }
  return speaksOfWork(who) ? null : { code: 'role-missing', data: { roles: rolesSaid(REPORTS, language) } }
}

export const fileRecord = operation({
  name: 'file.record',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Ghi nhận một tệp đã lưu', en: 'Record a file that is kept' },
  input: kept,
  output: kept,
  rest: { method: 'PUT', path: '/files' },
  async run(ports: FilePorts, context, given) {
    const why = notToKeep(context)
    if (why !== null) return refuse(why)
    await ports.files.add(given)
    return ok(given)
  },
})

export const fileShown = operation({
  name: 'file.shown',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Một tệp được xem', en: 'A file one may see' },
  input: z.strictObject({ sha256 }),
  output: z.strictObject({ ...kept.shape, name: z.string() }),
  rest: { method: 'GET', path: '/files/{sha256}' },
  async run(ports: FilePorts, context, given) {
    const found = await ports.files.shown(given.sha256)
    return found === null ? refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'tệp' : 'file' } }) : ok(found)
  },
})
