import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import { gpkgSource } from './gpkg.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienvung-gpkg-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A GeoPackage with what is said of its tables, read. */
async function read(sql: string, part: string | null = null) {
  const path = join(folder, `${Math.random()}.gpkg`)
  const db = new DatabaseSync(path)
  db.exec(`
    create table gpkg_contents (table_name text, data_type text);
    create table gpkg_geometry_columns (table_name text, column_name text, srs_id int);
    ${sql}`)
  db.close()
  const source = gpkgSource(path, 'a.gpkg', part)
  if (!source.ok) return { refusal: source.refusal }
  const rows: (readonly Cell[])[] = []
  for await (const piece of source.value.pieces()) rows.push(...piece.rows.map(({ cells }) => cells))
  return { head: source.value.head, parts: source.value.parts, besides: source.value.besides, rows }
}

// 27-11-2026: a text ended there, and nothing said so
test('[DAT-17] a text of a GeoPackage is read whole, also behind U+0000', async () => {
  const { rows } = await read(`
    create table xa (ten text, ma text);
    insert into gpkg_contents values ('xa', 'attributes');
    insert into xa values (cast(x'610062' as text), 'x'), (replace(printf('%.1000002c', 'á'), ' ', 'á'), 'y'), ('á', 'z')`)
  expect(rows?.map(([name]) => (typeof name === 'string' ? [name.length, name.slice(0, 3)] : name))).toEqual([
    [3, 'a\0b'],
    [1_000_002, 'ááá'],
    [1, 'á'],
  ])
})

test('[DAT-64] whole numbers of a GeoPackage of nineteen figures keep each of them', async () => {
  const { rows } = await read(`
    create table xa (ma integer);
    insert into gpkg_contents values ('xa', 'attributes');
    insert into xa values (9223372036854775807), (-9223372036854775808)`)
  expect(rows).toEqual([[{ is: 'number', text: '9223372036854775807' }], [{ is: 'number', text: '-9223372036854775808' }]])
})
