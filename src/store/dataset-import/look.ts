import type { Refusal } from '../../base/refusals.ts'
import { MOST_COLUMNS } from '../../kernel/dataset/column.ts'
import { columnReader, type Reading, readAsBefore } from '../../kernel/dataset/reading.ts'
import type { StoredImport } from '../../operations/dataset/ports.ts'
import { openSource } from '../dataset-formats/source.ts'
import { placeOf } from '../file-keep.ts'
import { currentOf, type Deps, say } from './working.ts'

/** Rows looked at before what was understood is shown: types that come later are bad rows, and are reported. */
const LOOKED_AT = 100_000

/** Looks at the beginning of the file, and shows what it understands. */
export async function look(deps: Deps, one: StoredImport): Promise<Refusal | null> {
  const source = await openSource(placeOf(deps.data, one.fileSha256), one.fileName, true)
  if (!source.ok) return source.refusal
  const { format, encoding, delimiter, above, asksHead, head } = source.value
  if (head.length > MOST_COLUMNS) return { code: 'import-too-wide', data: { columns: head.length, most: MOST_COLUMNS } }
  const columns = columnReader(head)
  let seen = 0
  let whole = true
  for await (const { rows } of source.value.pieces()) {
    for (const row of rows) columns.see(row)
    seen += rows.length
    if (seen < LOOKED_AT) continue
    whole = false
    break
  }
  const found = columns.read()
  if (found.rows === 0) return { code: 'import-empty' }
  const before = one.dataset === null ? [] : (await currentOf(deps, one.dataset)).columns
  const understood = readAsBefore(found.columns, before)
  const reading: Reading = { format, encoding, delimiter, above, asksHead, whole, ...found, columns: understood }
  await say(deps, one.id, { state: 'asking', reading: JSON.stringify(reading) }, ['reading'])
  return null
}
