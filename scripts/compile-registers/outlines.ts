import { readFileSync } from 'node:fs'
import { fold } from '../../src/base/fold.ts'
import { openPGliteEngine } from '../../src/store/engine/pglite-engine.ts'
import type { Link, Place } from './places.ts'
import { SHARED } from './source.ts'

/**
 * Outlines of provinces: the old ones as published, thinned as one coverage so that shared borders stay shared; the new ones
 * dissolved from them. Thinned one by one they overlapped in 101 places. Hoàng Sa and Trường Sa are parts of Đà Nẵng and Khánh Hòa
 * in the source, and are given a feature of their own too, not thinned, so that every map can name and show them.
 */
type Geometry = { readonly type: string; readonly coordinates: unknown }
type Feature = { readonly properties: { readonly shapeName: string }; readonly geometry: Geometry }
export type Outline = {
  readonly place: string
  readonly name: string
  readonly kind: 'province' | 'archipelago'
  readonly geometry: Geometry
}

/** Côn Đảo is a feature of its own in the source and belongs to Bà Rịa - Vũng Tàu. */
const ALIASES: Readonly<Record<string, string>> = { 'con dao': 'ba ria vung tau', 'tp ho chi minh': 'ho chi minh', hue: 'thua thien hue' }

/** Degrees: bends smaller than a square of this side, about 900 m, go. For a map of the country, not for a border on the ground. */
const TOLERANCE = 0.008

export async function compileOutlines(places: readonly Place[], links: readonly Link[]): Promise<readonly Outline[]> {
  const source: { readonly features: readonly Feature[] } = JSON.parse(
    readFileSync(new URL('data/admin/geoboundaries_vnm_adm1_2008.geojson', SHARED), 'utf8'),
  )
  const old = places.filter((place) => place.level === 'province' && place.from === '')
  const byName = new Map(old.map((place) => [fold(place.fullName.replace(/^(Tỉnh|Thành phố) /, '')), place]))
  const engine = await openPGliteEngine('memory://', (error) => {
    throw error
  })
  const outlines = await engine.asOwner(async (db) => {
    await db.script('create table part (place text, geom geometry); create table outline (place text, geom geometry)')
    for (const { properties, geometry } of source.features) {
      const folded = fold(properties.shapeName)
      const place = byName.get(ALIASES[folded] ?? folded)
      if (place === undefined) throw new Error(`no province for the outline ${properties.shapeName}`)
      await db.query('insert into part values ($1, st_makevalid(st_setsrid(st_geomfromgeojson($2), 4326)))', [
        place.id,
        JSON.stringify(geometry),
      ])
    }
    await db.query(
      `insert into outline
       select place, st_coveragesimplify(geom, $1) over ()
       from (select place, st_unaryunion(st_collect(geom)) as geom from part group by place) published`,
      [TOLERANCE],
    )
    const found = new Set(old.map((place) => place.id))
    for (const place of places.filter((one) => one.level === 'province' && one.from !== '').sort((a, b) => (a.from < b.from ? -1 : 1))) {
      const before = links.filter((link) => link.to === place.id).map((link) => link.from)
      if (!before.every((id) => found.has(id))) throw new Error(`${place.id} comes from a province without outline`)
      await db.query(
        'insert into outline select $1, st_unaryunion(st_collect(st_snaptogrid(geom, 0.0001))) from outline where place = any($2::text[])',
        [place.id, `{${before.join(',')}}`],
      )
      found.add(place.id)
    }
    const rows = await db.query(
      `select place, st_asgeojson(st_multi(geom), 3)::json as geometry
       from outline
       order by place`,
      [],
    )
    const islands = await db.query(
      `select name, place, st_asgeojson(st_multi(st_collect(islands.geom)), 3)::json as geometry
       from (values ('p48-origin', 'p48-origin', 'Quần đảo Hoàng Sa'), ('p48-2025-07-01', 'p48-origin', 'Quần đảo Hoàng Sa'),
                    ('p56-origin', 'p56-origin', 'Quần đảo Trường Sa'), ('p56-2025-07-01', 'p56-origin', 'Quần đảo Trường Sa'))
              as archipelago (place, published, name)
       join lateral (select (st_dump(part.geom)).geom from part where part.place = archipelago.published) islands
         on st_xmin(islands.geom) > 110.5
       group by name, place
       order by name, place`,
      [],
    )
    const nameOf = new Map(places.map((place) => [place.id, place.fullName]))
    const outline =
      (kind: Outline['kind']) =>
      (row: Readonly<Record<string, unknown>>): Outline => ({
        place: String(row['place']),
        name: kind === 'archipelago' ? String(row['name']) : (nameOf.get(String(row['place'])) ?? ''),
        kind,
        geometry: row['geometry'] as Geometry,
      })
    return [...rows.map(outline('province')), ...islands.map(outline('archipelago'))]
  })
  await engine.close()
  return outlines
}
