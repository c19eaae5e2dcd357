import type { Selectable } from 'kysely'
import type { AccessClass, Cadence, Content, Theme } from '../../kernel/dataset/describe.ts'
import type { KeepRule } from '../../kernel/dataset/retention.ts'
import type { MoreThanTable } from '../../kernel/dataset/understanding/whole-file.ts'
import { parseDay } from '../../kernel/period/day.ts'
import type { Description, StoredDataset, StoredRetention, StoredVersion } from '../../operations/dataset/stored.ts'
import type { Tables } from '../tables.ts'
import { namesOf } from './columns.ts'

/** Rows of datasets and of their versions, as the operations know them. */
const number = (n: bigint | null): number | null => (n === null ? null : Number(n))

type VersionRow = Omit<Selectable<Tables['dataset_version']>, 'dataset_id' | 'emptied_at'>
type Row = Selectable<Tables['dataset']> & VersionRow

export const versionFrom = (row: VersionRow): StoredVersion => ({
  n: row.n,
  store: row.store,
  columns: row.columns,
  cells: row.cells ?? namesOf(row.columns),
  key: row.key,
  rows: Number(row.rows),
  added: number(row.rows_added),
  changed: number(row.rows_changed),
  removed: number(row.rows_removed),
  leftOut: number(row.rows_left_out),
  emptyCells: Number(row.empty_cells),
  badRows: Number(row.bad_rows),
  badSha256: row.bad_sha256,
  fileSha256: row.file_sha256,
  fileName: row.file_name,
  columnsOut: row.columns_out,
  fileMore: row.file_more as MoreThanTable[],
  format: row.format,
  encoding: row.encoding,
  validOn: row.valid_on,
  note: row.note,
  corrects: row.corrects,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  thinnedAt: row.thinned_at,
})

/** The checks of the table hold these columns to the kernel's words. */
export const descriptionFrom = (
  row: Pick<
    Row,
    | 'title'
    | 'description'
    | 'custodian'
    | 'basis'
    | 'access'
    | 'licence'
    | 'attribution'
    | 'source'
    | 'cadence'
    | 'themes'
    | 'contents'
    | 'territory'
  >,
): Description => ({
  title: row.title,
  description: row.description,
  custodian: row.custodian,
  basis: row.basis,
  access: row.access as AccessClass,
  licence: row.licence,
  attribution: row.attribution,
  source: row.source,
  cadence: row.cadence as Cadence | null,
  themes: row.themes as Theme[],
  contents: row.contents as Content[],
  territory: row.territory,
})

export const retentionFrom = (row: Pick<Row, 'keep_rule' | 'keep_last' | 'keep_since' | 'keep_basis'>): StoredRetention => ({
  rule: row.keep_rule as KeepRule,
  last: row.keep_last,
  since: row.keep_since === null ? null : parseDay(row.keep_since),
  basis: row.keep_basis,
})

export const stored = (row: Row & { readonly figures_since: string }): StoredDataset => ({
  ...descriptionFrom(row),
  id: row.id,
  slug: row.slug,
  version: row.version,
  sample: row.sample,
  changedAt: row.changed_at,
  retention: retentionFrom(row),
  figuresSince: row.figures_since,
  current: versionFrom(row),
})
