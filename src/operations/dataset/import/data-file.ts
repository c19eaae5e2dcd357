import { z } from 'zod'
import type { Refusal } from '../../../base/refusals.ts'
import { ok, refuse } from '../../../base/result.ts'
import { denied } from '../../../kernel/access/access.ts'
import { KEEPS } from '../../../kernel/dataset/describe.ts'
import { takesWhole } from '../../../kernel/dataset/understanding/whole-file.ts'
import { roleNames } from '../../access/role-names.ts'
import type { FilePorts } from '../../file/ports.ts'
import { type Context, operation } from '../../operation.ts'
import { id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset, noImport } from '../refusals.ts'
import { readableVersion } from '../rows/version-asked.ts'
import type { ImportPorts } from './ports.ts'

/** Why he may bring in no data; asked before a byte is read. [DAT-13] */
export function notToImport({ who, language }: Context): Refusal | null {
  const why = denied(who, KEEPS)
  return why === null ? null : why === 'role-missing' ? { code: why, data: { roles: roleNames.steward[language] } } : { code: why }
}

const shown = z.strictObject({ sha256: z.string(), size: z.int(), mediaType: z.string(), name: z.string() })

const badRowsOf = (fileName: string): string => `dong-loi-${fileName.replace(/\.[a-z0-9]{2,8}$/i, '')}.csv`

/**
 * What the door for files of datasets asks of the store; not in the registry, for the bytes go through a door of their own. Rows that
 * were left out, and a file that holds more than its table, are not for everybody who sees the dataset. [DAT-120]
 */
export const dataFileShown = operation({
  name: 'dataset.file',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Tệp gốc của một phiên bản', en: 'The file a version was made of' },
  input: z.strictObject({ id, version: z.int().min(1).max(2_147_483_647), of: z.enum(['file', 'bad']) }),
  output: shown,
  rest: { method: 'GET', path: '/datasets/{id}/versions/{version}/file' },
  async run(ports: DatasetPorts & FilePorts, context, given) {
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(context.language))
    const found = await readableVersion(ports, one, given.version, context.language)
    if (!found.ok) return found
    const version = found.value
    const sha256 = given.of === 'file' ? version.fileSha256 : version.badSha256
    const isWhole = given.of === 'bad' || version.fileMore.length > 0
    if (sha256 !== null && isWhole && !takesWhole(context.who, one.custodian)) return refuse({ code: 'file-holds-more' })
    const kept = sha256 === null ? null : await ports.files.ofData(sha256)
    if (kept === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'tệp' : 'file' } })
    return ok({ ...kept, name: given.of === 'file' ? version.fileName : badRowsOf(version.fileName) })
  },
})

/** The bad rows of an import, before anything is taken: who is to mend the file has them in his hands. [DAT-49] */
export const importBadShown = operation({
  name: 'import.bad-rows',
  kind: 'query',
  access: KEEPS,
  summary: { vi: 'Các dòng lỗi của một lần nhập', en: 'The bad rows of an import' },
  input: z.strictObject({ id }),
  output: shown,
  rest: { method: 'GET', path: '/dataset-imports/{id}/bad-rows' },
  async run(ports: ImportPorts & FilePorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    const kept = one.badSha256 === null ? null : await ports.files.ofData(one.badSha256)
    if (kept === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'tệp' : 'file' } })
    return ok({ ...kept, name: badRowsOf(one.fileName) })
  },
})
