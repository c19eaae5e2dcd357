import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, refuse } from '../../base/result.ts'
import { denied } from '../../kernel/access/access.ts'
import { KEEPS } from '../../kernel/dataset/describe.ts'
import { roleNames } from '../access/role-names.ts'
import type { FilePorts } from '../file/ports.ts'
import { type Context, operation } from '../operation.ts'
import { id } from '../values.ts'
import type { DatasetPorts } from './ports.ts'
import { noDataset } from './refusals.ts'
import { readableVersion } from './version-asked.ts'

/** Why he may bring in no data; asked before a byte is read. [DAT-13] */
export function notToImport({ who, language }: Context): Refusal | null {
  const why = denied(who, KEEPS)
  return why === null ? null : why === 'role-missing' ? { code: why, data: { roles: roleNames.steward[language] } } : { code: why }
}

/** What the door for files of datasets asks of the store; not in the registry, for the bytes go through a door of their own. */
export const dataFileShown = operation({
  name: 'dataset.file',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Tệp gốc của một phiên bản', en: 'The file a version was made of' },
  input: z.strictObject({ id, version: z.int().min(1).max(2_147_483_647), of: z.enum(['file', 'bad']) }),
  output: z.strictObject({ sha256: z.string(), size: z.int(), mediaType: z.string(), name: z.string() }),
  rest: { method: 'GET', path: '/datasets/{id}/versions/{version}/file' },
  async run(ports: DatasetPorts & FilePorts, context, given) {
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(context.language))
    const found = await readableVersion(ports, one, given.version, context.language)
    if (!found.ok) return found
    const version = found.value
    const sha256 = given.of === 'file' ? version.fileSha256 : version.badSha256
    const kept = sha256 === null ? null : await ports.files.ofData(sha256)
    if (kept === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'tệp' : 'file' } })
    return ok({ ...kept, name: given.of === 'file' ? version.fileName : `dong-loi-${version.fileName}.csv` })
  },
})
