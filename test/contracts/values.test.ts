import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sortKey } from '../../src/base/fold.ts'
import { engines, type Opened } from '../support/engines.ts'

/** The same value, and the same order, out of either engine. */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[STO-1] numbers keep every digit, days are days, instants keep microseconds and their zone', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select 9007199254740993::int8 as int8,
             12::int4 as int4,
             0.1::float8 as float8,
             12345678901234567890.123456789::numeric as numeric,
             true as bool,
             'Đà Nẵng' as text,
             date '2025-07-01' as date,
             timestamptz '2025-07-01 08:00:00.123456+07' as instant,
             timestamptz '2025-07-01 01:00:00+00' as whole,
             timestamp '2025-07-01 08:00:00' as local,
             '{"a": [1, null]}'::jsonb as json,
             array['ă', 'â']::text[] as texts,
             '\\x00ff'::bytea as bytes,
             null::date as nothing
    `.execute(opened.engine.app)
    const { bytes, ...plain } = rows[0] ?? {}
    expect(plain).toEqual({
      int8: 9007199254740993n,
      int4: 12,
      float8: 0.1,
      numeric: '12345678901234567890.123456789',
      bool: true,
      text: 'Đà Nẵng',
      date: '2025-07-01',
      instant: '2025-07-01T08:00:00.123456+07:00',
      whole: '2025-07-01T08:00:00+07:00',
      local: '2025-07-01T08:00:00',
      json: { a: [1, null] },
      texts: ['ă', 'â'],
      nothing: null,
    })
    expect(bytes instanceof Uint8Array ? [...bytes] : bytes).toEqual([0, 255])
  })

  test('[STO-1] arrays hold what their elements are, and a type nobody named is text', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select array[9007199254740993, null]::int8[] as int8s,
             array[date '2025-07-01'] as dates,
             array[timestamptz '2025-07-01 08:00:00+07'] as instants,
             array[0.10, 2]::numeric[] as numerics,
             array[[1, 2], [3, 4]] as table,
             array[true, false] as bools,
             array['', 'a,b', 'c "d" \\\\ {e}', 'NULL', null, 'Đà Nẵng'] as texts,
             array['{"a": "}"}']::jsonb[] as jsons,
             '{}'::text[] as none,
             '[0:1]={5,6}'::int[] as bounded,
             interval '1 day 02:00' as interval,
             point '(1,2)' as point,
             time '08:00' as time
    `.execute(opened.engine.app)
    expect(rows).toEqual([
      {
        int8s: [9007199254740993n, null],
        dates: ['2025-07-01'],
        instants: ['2025-07-01T08:00:00+07:00'],
        numerics: ['0.10', '2'],
        table: [
          [1, 2],
          [3, 4],
        ],
        bools: [true, false],
        texts: ['', 'a,b', 'c "d" \\\\ {e}', 'NULL', null, 'Đà Nẵng'],
        jsons: [{ a: '}' }],
        none: [],
        bounded: [5, 6],
        interval: '1 day 02:00:00',
        point: '(1,2)',
        time: '08:00:00',
      },
    ])
  })

  test('[STO-1] the session lives in Việt Nam, and looks for tables nowhere but in public', async () => {
    const { rows } = await sql<Record<string, string>>`
      select current_setting('timezone') as zone,
             current_setting('search_path') as path,
             (timestamptz '2025-06-30 18:00:00+00')::date as day
    `.execute(opened.engine.app)
    expect(rows).toEqual([{ zone: 'Asia/Ho_Chi_Minh', path: 'public', day: '2025-07-01' }])
  })

  test('[STO-1] what is written as a parameter comes back as it was', async () => {
    const given = [123456789012345678n, '2024-02-29', '2025-07-01T08:00:00.000001+07:00', 'thử «nghiệm»']
    const { rows } = await sql<{ all: unknown }>`
      select ${given[0]}::int8 as a, ${given[1]}::date as b, ${given[2]}::timestamptz as c, ${given[3]}::text as d
    `.execute(opened.engine.app)
    expect(Object.values(rows[0] ?? {})).toEqual(given)
  })

  test('[STO-4] names stand in the order of the Vietnamese dictionary', async () => {
    const ordered = [
      'An Khê',
      'Ăn',
      'Ấn',
      'Ba Đình',
      'Cam Lệ',
      'Châu',
      'Da',
      'Đa',
      'Đà',
      'Đả',
      'Đã',
      'Đá',
      'Đạ',
      'Đà Nẵng',
      'Hoa',
      'Hòa',
      'Hỏa',
      'Ô',
      'Ơ',
      'U',
      'Ư',
      'Ý Yên',
    ]
    const shuffled = ordered.toSorted((a, b) => ((a.length * 7 + a.charCodeAt(0)) % 11) - ((b.length * 7 + b.charCodeAt(0)) % 11))
    const { rows } = await sql<{ name: string }>`
      select name
      from (values ${sql.join(shuffled.map((name) => sql`(${name}::text, ${sortKey(name)}::text)`))}) as given (name, key)
      order by key collate "C"
    `.execute(opened.engine.app)
    expect(rows.map((row) => row.name)).toEqual(ordered)
  })

  test('[STO-4] the order of stored keys is the plain order, whatever the database’s own', async () => {
    const { rows } = await sql<{ name: string; key: string }>`
      select full_name as name, sort_key as key from place where level = 'province' order by sort_key, id
    `.execute(opened.engine.app)
    const keys = rows.map((row) => row.key)
    expect(keys.length).toBeGreaterThan(60)
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
  })
})
