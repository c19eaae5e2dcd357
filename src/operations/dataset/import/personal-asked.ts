import { z } from 'zod'
import type { Language, Refusal } from '../../../base/refusals.ts'
import type { Column } from '../../../kernel/dataset/cell/column.ts'
import type { AccessClass } from '../../../kernel/dataset/describe.ts'
import { type PersonalKind, personalFinder } from '../../../kernel/dataset/understanding/personal.ts'
import type { DatasetPorts } from '../ports.ts'
import type { StoredDataset } from '../stored.ts'

/** What columns seem to say of persons, as people call it. */
const personalNames: Readonly<Record<PersonalKind, { readonly vi: string; readonly en: string }>> = {
  name: { vi: 'họ tên', en: 'names of persons' },
  'id-number': { vi: 'số giấy tờ cá nhân', en: 'numbers of identity papers' },
  phone: { vi: 'số điện thoại cá nhân', en: 'phone numbers' },
  email: { vi: 'thư điện tử cá nhân', en: 'private e-mail' },
  'bank-account': { vi: 'số tài khoản', en: 'bank accounts' },
  'birth-date': { vi: 'ngày sinh', en: 'days of birth' },
  address: { vi: 'nơi ở', en: 'addresses' },
  sensitive: { vi: 'thông tin riêng của từng người', en: 'private circumstances' },
  vehicle: { vi: 'biển số xe', en: 'number plates' },
}

/** As whoever publishes says it by REST and on the command line. */
export const personalConfirmed = z
  .enum(['confirmed'])
  .optional()
  .meta({ description: 'confirmed: there is a ground for telling others what columns say of persons; asked where some seem to' })

type Marked = Pick<Column, 'name' | 'label' | 'personal'>

/** How far each class goes beyond whoever works here. */
const REACH: Readonly<Record<AccessClass, number>> = { open: 2, shared: 1, internal: 0, restricted: 0 }

/** Columns that whoever publishes must confirm; those that are as widely known already are not asked about again. [DAT-121] */
export function personalNew(
  columns: readonly Marked[],
  to: AccessClass,
  before: { readonly access: AccessClass; readonly columns: readonly Marked[] } | null,
): readonly Marked[] {
  if (REACH[to] === 0) return []
  const isKnown = ({ name, personal }: Marked): boolean =>
    before !== null && REACH[before.access] >= REACH[to] && before.columns.some((one) => one.name === name && one.personal === personal)
  return columns.filter((column) => column.personal !== undefined && !isKnown(column))
}

export const reaches = (to: AccessClass, from: AccessClass): boolean => REACH[to] > REACH[from]

const LOOKED_AT = 1000
/** Of so many versions the rows are looked at, the newest first; of older ones, where they have a column that none of those has. */
const MOST_VERSIONS = 40

/**
 * What its versions that can be read say of persons, the earlier ones too: what a later one no longer has is read there all the same.
 * Those that came in before that was looked for are looked at now.
 */
export async function personalIn(ports: DatasetPorts, one: StoredDataset): Promise<readonly Marked[]> {
  const versions = (await ports.datasets.versions(one.id)).filter(({ thinnedAt }) => thinnedAt === null)
  const marked = new Map<string, Marked>()
  for (const { columns } of versions) for (const column of columns) if (column.personal !== undefined) marked.set(column.name, column)
  const seen = new Set<string>()
  for (const [i, version] of versions.entries()) {
    const { columns } = version
    if (i >= MOST_VERSIONS && columns.every(({ name }) => seen.has(name))) continue
    for (const { name } of columns) seen.add(name)
    const finder = personalFinder(columns)
    const { items } = await ports.datasets.rows(version, { tests: [], sort: null, after: null, limit: LOOKED_AT })
    for (const { values } of items) finder.see(values.map((value) => String(value ?? '')))
    for (const { column, kind } of finder.found()) {
      const found = columns.find(({ name }) => name === column)
      if (found !== undefined && !marked.has(column)) marked.set(column, { ...found, personal: kind })
    }
  }
  return [...marked.values()]
}

export const askedPersonal = (columns: readonly Marked[], language: Language): Refusal => ({
  code: 'import-asks-personal',
  data: { n: columns.length, columns: saidPersonal(columns, language) },
})

/** «Số CCCD» (số giấy tờ cá nhân); each with what it seems to be. */
export const saidPersonal = (columns: readonly Marked[], language: Language): string =>
  columns.map(({ label, personal }) => `«${label}» (${personalNames[personal ?? 'name'][language]})`).join(', ')
