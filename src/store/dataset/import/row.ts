import type { Selectable } from 'kysely'
import type { ImportState, StoredImport } from '../../../operations/dataset/import/ports.ts'
import type { Tables } from '../../tables.ts'

/** An import as its row says it. */
type Row = Selectable<Tables['dataset_import']>

export const storedImport = (row: Row): StoredImport => ({
  id: row.id,
  dataset: row.dataset_id,
  fileSha256: row.file_sha256,
  fileName: row.file_name,
  fileSize: Number(row.file_size),
  state: row.state as ImportState,
  asked: row.asked,
  reading: row.reading,
  choices: row.choices,
  store: row.store,
  loaded: row.loaded,
  rowsRead: Number(row.rows_read),
  rowsBad: Number(row.rows_bad),
  bytesRead: Number(row.bytes_read),
  bad: row.bad,
  badSha256: row.bad_sha256,
  result: row.result,
  failure: row.failure,
  madeAt: row.made_at,
  madeBy: row.made_by,
})
