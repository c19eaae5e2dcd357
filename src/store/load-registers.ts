import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { fold, plainTone, sortKey } from '../base/fold.ts'
import { splitName } from '../kernel/place/place.ts'
import { fillHolders } from './access/holder-store.ts'
import type { Engine, Owner } from './engine/engine.ts'

/**
 * Fills the registers from registers/, where the database holds other files than these; in one transaction, so readers see
 * the old ones or the new. Corrections of the calendar made by people stay. About 15,000 places, two seconds.
 */
const FOLDER = new URL('../../registers/', import.meta.url)

type Row = Readonly<Record<string, string>>
const read = (name: string): readonly Row[] => parse(readFileSync(new URL(name, FOLDER), 'utf8'), { columns: true, skip_empty_lines: true })
const at = (row: Row, name: string): string => row[name] ?? ''
const orNull = (text: string): string | null => (text === '' ? null : text)

export async function loadRegisters(engine: Engine): Promise<void> {
  if (!existsSync(FOLDER)) return
  const sum = createHash('sha256')
  for (const name of readdirSync(FOLDER).sort()) sum.update(name).update(readFileSync(new URL(name, FOLDER)))
  const sha256 = sum.digest('hex')
  const held = await sql<{ sha256: string }>`select sha256 from register_load`.execute(engine.app)
  if (held.rows[0]?.sha256 === sha256) return
  await engine.asOwner(async (owner) => {
    await owner.script('begin')
    try {
      await owner.script(
        'truncate place_outline, place_succession, place_code, place, region_member, register_load; delete from calendar_day where version = 0',
      )
      const led = await takeOrganisations(owner)
      await owner.trusting(() => copyAll(owner))
      await putBack(owner, led)
      await fillHolders((text, parameters) => owner.query(text, parameters))
      await owner.query('insert into register_load (sha256) values ($1)', [sha256])
      await owner.script('commit')
    } catch (error) {
      await owner.script('rollback')
      throw error
    }
    await owner.script('analyze place; analyze place_succession; analyze organisation_name')
  })
}

/**
 * Takes the register's organisations away, and keeps the rows of this node. [ORG-11]
 * @returns the bodies that links of this node lead from or to, so that one which a new register no longer has stays
 */
async function takeOrganisations(owner: Owner): Promise<readonly unknown[]> {
  await owner.script('set constraints all deferred')
  const [led] = await owner.query(`
    select coalesce(jsonb_agg(jsonb_build_object('body', o, 'names', (
      select jsonb_agg(n) from organisation_name n where n.organisation_id = o.id))), '[]') as rows
    from organisation o
    where o.origin = 'register'
      and exists (select from organisation_succession s where s.origin = 'node' and o.id in (s.from_id, s.to_id))`)
  await owner.script(`
    delete from organisation_succession where origin = 'register';
    delete from organisation_name where origin = 'register';
    delete from organisation where origin = 'register'`)
  return Array.isArray(led?.['rows']) ? led['rows'] : []
}

async function putBack(owner: Owner, led: readonly unknown[]): Promise<void> {
  await owner.query(
    `with given as (select entry from jsonb_array_elements($1::jsonb) entry),
      body as (
        insert into organisation
        select (jsonb_populate_record(null::organisation, entry -> 'body')).* from given
        on conflict (id) do nothing
        returning id
      )
    insert into organisation_name
    select (jsonb_populate_record(null::organisation_name, name)).*
    from given, jsonb_array_elements(entry -> 'names') name
    where entry -> 'body' ->> 'id' in (select id from body)`,
    [JSON.stringify(led)],
  )
}

async function copyAll(owner: Owner): Promise<void> {
  await copy(
    owner,
    'place (id, code, name, full_name, level, parent_id, from_day, to_day, basis, certainty, folded, plain, folded_full, sort_key)',
    read('places.csv'),
    (row) => {
      const fullName = at(row, 'full_name')
      const { name } = splitName(fullName)
      return [
        at(row, 'id'),
        at(row, 'code'),
        name,
        fullName,
        at(row, 'level'),
        orNull(at(row, 'parent')),
        orNull(at(row, 'from')),
        orNull(at(row, 'to')),
        at(row, 'basis'),
        at(row, 'certainty'),
        fold(name),
        plainTone(name),
        fold(fullName),
        sortKey(name),
      ]
    },
  )
  await copy(owner, 'place_code (place_id, code, basis)', read('place-codes.csv'), (row) => [
    at(row, 'place'),
    at(row, 'code'),
    at(row, 'basis'),
  ])
  await copy(
    owner,
    'place_succession (from_id, to_id, kind, partial, weight, at, basis, certainty)',
    read('place-successions.csv'),
    (row) => [
      at(row, 'from'),
      at(row, 'to'),
      at(row, 'kind'),
      at(row, 'partial'),
      null,
      at(row, 'at'),
      at(row, 'basis'),
      at(row, 'certainty'),
    ],
  )
  await copy(owner, 'organisation (id, kind, rank, of_place, from_day, to_day, basis, certainty)', read('organisations.csv'), (row) => [
    at(row, 'id'),
    at(row, 'kind'),
    at(row, 'rank'),
    at(row, 'of'),
    orNull(at(row, 'from')),
    orNull(at(row, 'to')),
    at(row, 'basis'),
    at(row, 'certainty'),
  ])
  await copy(
    owner,
    'organisation_name (organisation_id, name, abbreviation, from_day, to_day, folded, plain, folded_abbreviation, sort_key)',
    read('organisations.csv'),
    (row) => {
      const name = at(row, 'name')
      return [
        at(row, 'id'),
        name,
        at(row, 'abbreviation'),
        orNull(at(row, 'from')),
        orNull(at(row, 'to')),
        fold(name),
        plainTone(name),
        fold(at(row, 'abbreviation')),
        sortKey(name),
      ]
    },
  )
  await copy(
    owner,
    'organisation_succession (from_id, to_id, kind, scope, at, basis, certainty)',
    read('organisation-successions.csv'),
    (row) => [at(row, 'from'), at(row, 'to'), at(row, 'kind'), at(row, 'scope'), at(row, 'at'), at(row, 'basis'), at(row, 'certainty')],
  )
  await copy(owner, 'region_member (region_id, name, province_code, from_day, to_day, basis, certainty)', read('regions.csv'), (row) => [
    at(row, 'id'),
    at(row, 'name'),
    at(row, 'province_code'),
    orNull(at(row, 'from')),
    orNull(at(row, 'to')),
    at(row, 'basis'),
    at(row, 'certainty'),
  ])
  await copy(owner, 'calendar_day (day, version, kind, reason, certainty, basis)', read('working-days.csv'), (row) => [
    at(row, 'day'),
    '0',
    at(row, 'kind'),
    at(row, 'reason'),
    at(row, 'certainty'),
    'sổ lịch',
  ])
  for (const { properties, geometry } of readOutlines()) {
    await owner.query(
      'insert into place_outline (place_id, name, kind, geom) values ($1, $2, $3, st_multi(st_makevalid(st_setsrid(st_geomfromgeojson($4), 4326))))',
      [properties.place, properties.name, properties.kind, JSON.stringify(geometry)],
    )
  }
}

type Outlines = {
  readonly features: readonly {
    readonly properties: { readonly place: string; readonly name: string; readonly kind: string }
    readonly geometry: unknown
  }[]
}
const readOutlines = (): Outlines['features'] =>
  (JSON.parse(readFileSync(new URL('province-outlines.geojson', FOLDER), 'utf8')) as Outlines).features

/** One table from rows, as `copy` text: tabs between, `\N` for null. */
function copy(owner: Owner, target: string, rows: readonly Row[], values: (row: Row) => readonly (string | null)[]): Promise<void> {
  function* lines(): Iterable<string> {
    for (const row of rows) yield `${values(row).map(escaped).join('\t')}\n`
  }
  return owner.copyIn(target, lines())
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (value: string | null): string => (value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char))
