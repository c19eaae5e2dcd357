import { type Kysely, sql } from 'kysely'
import type { PlacePorts } from '../../operations/place/ports.ts'
import type { Tables } from '../tables.ts'
import type { PlaceRegister } from './place-register.ts'

/** The register of places: held in memory, but for questions of geometry, which PostGIS answers. Open to every reader. */
export const placePorts = (db: Kysely<Tables>, register: () => Promise<PlaceRegister>): PlacePorts => ({
  places: {
    candidates: async (given) => (await register()).candidates(given),
    elsewhen: async (given) => (await register()).elsewhen(given),
    get: async (id, on) => (await register()).get(id, on),
    list: async (filter) => (await register()).list(filter),
    reach: async (id, direction) => (await register()).reach(id, direction),
    async atPoint(longitude, latitude, on) {
      const [rows, held] = [await atPoint(db, longitude, latitude, on).execute(), await register()]
      return rows.flatMap((row) => held.get(row.place_id, on) ?? [])
    },
    outlines: async (on) => (await register()).outlines(on),
  },
})

const holds = (on: string) =>
  sql<boolean>`coalesce(place.from_day, '-infinity') <= ${on}::date and ${on}::date < coalesce(place.to_day, 'infinity')`

/** Degrees WGS 84. */
export const atPoint = (db: Kysely<Tables>, longitude: number, latitude: number, on: string) =>
  db
    .selectFrom('place_outline')
    .innerJoin('place', 'place.id', 'place_outline.place_id')
    .select('place_outline.place_id')
    .distinct()
    .where(sql<boolean>`st_covers(geom, st_setsrid(st_makepoint(${longitude}::float8, ${latitude}::float8), 4326))`)
    .where(holds(on))
