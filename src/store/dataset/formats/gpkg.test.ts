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
  // as another program may have made it, that lets tables of modules be replaced
  const db = new DatabaseSync(path, { defensive: false })
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

// 27-11-2026: what a GeoPackage registers as a layer, and is a view, could not be taken
test('[DAT-17] a view that a GeoPackage registers is offered as a layer; one that may go on without end is only named', async () => {
  const sql = `
    create table xa (ma integer primary key, ten text);
    create table ho (xa integer, n integer);
    create view ho_theo_xa as select x.ten, h.n from ho h join xa x on x.ma = h.xa;
    create view dai as with recursive k(i) as (select 1 union all select i + 1 from k) select i from k;
    create view cheo as select a.n as a, b.n as b from ho a, ho b;
    create view la as select st_area(ten) as s from xa;
    insert into gpkg_contents values ('xa', 'attributes'), ('ho_theo_xa', 'attributes'), ('dai', 'attributes'), ('cheo', 'attributes'), ('la', 'attributes');
    insert into xa values (1, 'Hòa Vang');
    insert into ho values (1, 5), (1, 6)`
  const read1 = await read(sql)
  expect([read1.parts, read1.besides?.toSorted(), read1.head]).toEqual([
    [
      { name: 'xa', rows: 1 },
      { name: 'ho_theo_xa', rows: 2 },
    ],
    ['cheo', 'dai', 'ho', 'la'],
    ['ma', 'ten'],
  ])
  const { head, rows } = await read(sql, 'ho_theo_xa')
  expect([head, rows]).toEqual([
    ['ten', 'n'],
    [
      ['Hòa Vang', { is: 'number', text: '5' }],
      ['Hòa Vang', { is: 'number', text: '6' }],
    ],
  ])
})

// red 27-11-2026: it joined every row with every other, while everybody waited
test('[DAT-17] of views that join, those that find one row by a unique key are offered; others are only named', async () => {
  const views: Readonly<Record<string, string>> = {
    theo_ma: 'select x.ten, h.n from ho h left join xa x on x.ma = h.xa',
    theo_so: 'select x.ten as t, upper(x.ten) as h from ho h join xa x on x.so = h.n',
    theo_hai: 'select x.ten as t from ho h join xa x on x.a = h.n and x.b = h.xa',
    mot_bang: 'select xa, round(n, 1) as n from ho where n > 0 and xa in (1, 2) order by k',
    it_hon: 'select a.ma as t from xa a join xa b on b.ma < a.ma',
    cung_k: 'select a.xa as t from ho a join ho b on a.k = b.k',
    chi_muc: 'select a.xa as t from ho a join ho b on b.n = a.n',
    nua_khoa: 'select x.ten as t from ho h join xa x on x.a = h.n',
    trong: 'select h.n as t from ho h join xa x on x.ma in (select ma from xa)',
    nhieu: 'select h.n as t from ho h join xa x on x.ma in (1, 2, 3)',
    rong: 'select h.n as t from ho h join xa x on x.so is h.n',
    lon: 'select hex(zeroblob(n)) as t from ho',
    tinh: 'select g as t from nang',
    gap: `select ${Array.from({ length: 12 }, () => 'ten').join('||')} as t from xa`,
    long: 'select t from theo_so',
  }
  const { parts, besides } = await read(`
    create table xa (ma integer primary key, ten text, so integer unique, a integer, b integer, unique (a, b));
    create table ho (xa integer, n integer, k integer default 1);
    create table nang (n integer, g as (hex(zeroblob(n))));
    create index ho_n on ho (n);
    ${Object.entries(views)
      .map(([name, sql]) => `create view ${name} as ${sql}; insert into gpkg_contents values ('${name}', 'attributes');`)
      .join('')}
    insert into gpkg_contents values ('xa', 'attributes');
    insert into xa values (1, 'Hòa Vang', 5, 1, 1), (2, 'Bà Nà', 6, 5, 1);
    insert into ho values (1, 5, 1), (1, 6, 1)`)
  expect(parts?.map(({ name }) => name).toSorted()).toEqual(['mot_bang', 'theo_hai', 'theo_ma', 'theo_so', 'xa'])
  expect(besides?.toSorted()).toEqual([
    ...['chi_muc', 'cung_k', 'gap', 'ho', 'it_hon', 'lon', 'long', 'nang', 'nhieu', 'nua_khoa', 'rong', 'tinh', 'trong'],
  ])
})

// red 28-11-2026: such a file of twelve kilobytes held everybody up for ever
const ENDLESS = 'with recursive k(i) as (select 1 union all select i + 1 from k)'
test.each([
  [
    'gpkg_contents',
    `drop table gpkg_contents; create view gpkg_contents as ${ENDLESS} select 'xa' as table_name, 'features' as data_type from k where i < 0`,
  ],
  [
    'gpkg_geometry_columns',
    `drop table gpkg_geometry_columns; create view gpkg_geometry_columns as ${ENDLESS} select 'no' as table_name, 'g' as column_name, i as srs_id from k where i < 0`,
  ],
  [
    'gpkg_spatial_ref_sys',
    `create view gpkg_spatial_ref_sys as ${ENDLESS} select 1 as srs_id, 'EPSG' as organization, i as organization_coordsys_id from k where i < 0`,
  ],
  ['gpkg_contents', 'drop table gpkg_contents; create table gpkg_contents (n int, table_name text as (hex(zeroblob(n))), data_type text)'],
])('[DAT-150] a GeoPackage whose own table «%s» is a view, or is reckoned, is not read', async (_, sql) => {
  expect(
    await read(`create table xa (ma text); insert into xa values ('a'); insert into gpkg_contents values ('xa', 'features'); ${sql}`),
  ).toEqual({
    refusal: { code: 'import-unreadable', data: { name: 'a.gpkg', format: 'GeoPackage' } },
  })
})

test('[DAT-150] a table that a module makes, and a view that asks one, are only named, and are not opened', async () => {
  const { parts, besides } = await read(`
    create view v as ${ENDLESS} select i as rid, 'x' as a from k;
    create virtual table t using fts5(a, content='v', content_rowid='rid');
    create virtual table u using fts5(a);
    drop table u_config; create view u_config as ${ENDLESS} select 'x' as k, i as v from k;
    create view cua_u as select a from u;
    create table xa (ma text); insert into xa values ('a');
    insert into gpkg_contents values ('xa', 'attributes'), ('t', 'attributes'), ('cua_u', 'attributes'), ('u_config', 'attributes'), ('XA', 'features')`)
  expect([parts, besides?.toSorted()]).toEqual([[{ name: 'xa', rows: 1 }], ['cua_u', 't', 'u']])
})

test('[DAT-150] of columns that a GeoPackage reckons those that are kept with their row are taken, others are named', async () => {
  const { head, rows, besides } = await read(`
    create table o (ma text, dai real, rong real, dt real as (dai * rong) stored, lon text as (hex(zeroblob(dai))));
    insert into gpkg_contents values ('o', 'attributes');
    insert into o (ma, dai, rong) values ('a', 2, 3.5)`)
  expect([head, rows, besides]).toEqual([
    ['ma', 'dai', 'rong', 'dt'],
    [['a', { is: 'number', text: '2' }, { is: 'number', text: '3.5' }, { is: 'number', text: '7' }]],
    ['o.lon'],
  ])
})
