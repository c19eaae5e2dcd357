import type { Kysely } from 'kysely'
import { dayAt } from '../../kernel/period/day.ts'
import type { DatasetPorts } from '../../operations/dataset/ports.ts'
import type { Tables } from '../tables.ts'
import { retentionFrom } from './row.ts'

/** Versions that can be read, of datasets of which not all is kept. [DAT-45] */
export const retainedVersions = (db: Kysely<Tables>) =>
  db
    .selectFrom('dataset')
    .innerJoin('dataset_version', 'dataset_version.dataset_id', 'dataset.id')
    .select(['dataset.id', 'custodian', 'keep_rule', 'keep_last', 'keep_since', 'keep_basis', 'n', 'recorded_at'])
    .where('keep_rule', '<>', 'all')
    .where('thinned_at', 'is', null)
    .whereRef('n', '<=', 'current')
    .orderBy('dataset.id')
    .orderBy('n')

export async function retained(db: Kysely<Tables>): ReturnType<DatasetPorts['datasets']['retained']> {
  const rows = await retainedVersions(db).execute()
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, versions]) => {
    const [first] = versions
    if (first === undefined) return []
    return [
      {
        id,
        custodian: first.custodian,
        retention: retentionFrom(first),
        versions: versions.map(({ n, recorded_at: at }) => ({ n, on: dayAt(new Date(at)) })),
      },
    ]
  })
}
