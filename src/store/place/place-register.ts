import { type Kysely, sql } from 'kysely'
import { slipsBetween } from '../../base/slips.ts'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import { holdsOn } from '../../kernel/period/span.ts'
import { type Level, levels, type Place } from '../../kernel/place/place.ts'
import type { Link } from '../../kernel/place/succession.ts'
import type { Outline, Parent, PlacePorts, StoredPlace } from '../../operations/place/ports.ts'
import { readKey, writeKey } from '../page-key.ts'
import type { Tables } from '../tables.ts'

/**
 * The register of places, read once and held: about 15,000 rows and as many links, some ten megabytes. It changes only when
 * a new version of the software loads another, before the server answers. So a question costs a walk over maps.
 *
 * Tried first: a query a question. Each was a plan with two lateral joins, 15–40 ms on PGlite, and likeness by trigrams took
 * 130 ms there; held, the same questions take less than one, and a slip about three.
 */
export interface PlaceRegister {
  candidates(given: Parameters<PlacePorts['places']['candidates']>[0]): readonly StoredPlace[]
  elsewhen(given: Parameters<PlacePorts['places']['elsewhen']>[0]): readonly StoredPlace[]
  get(id: string, on: Day | null): StoredPlace | null
  list(filter: Parameters<PlacePorts['places']['list']>[0]): Awaited<ReturnType<PlacePorts['places']['list']>>
  reach(id: string, direction: 'forward' | 'back'): Awaited<ReturnType<PlacePorts['places']['reach']>>
  outlines(on: Day): readonly Outline[]
  /** Units of any day of just that folded name, without the word of their level. */
  named(folded: string): readonly Place[]
  /** The units that it was called before, or is called since, with the same territory. */
  renamed(id: string): readonly string[]
}

type Held = Place & {
  readonly parent: string | null
  readonly basis: string
  readonly certainty: string
  readonly folded: string
  readonly sortKey: string
}

const MOST_CANDIDATES = 200
const MOST_SLIPS = 2

export async function readPlaceRegister(db: Kysely<Tables>): Promise<PlaceRegister> {
  const rows = await db
    .selectFrom('place')
    .select(['id', 'code', 'name', 'full_name', 'level', 'parent_id', 'from_day', 'to_day', 'basis', 'certainty', 'folded', 'sort_key'])
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  const codes = await db.selectFrom('place_code').select(['place_id', 'code']).execute()
  const links = await db
    .selectFrom('place_succession')
    .select(['from_id', 'to_id', 'kind', 'partial', 'weight', 'certainty', 'basis'])
    .execute()
  const outlines = (await outlinesInOrder(db).execute()).map(
    (row): Outline => ({
      place: row.place_id,
      name: row.name,
      kind: row.kind === 'archipelago' ? 'archipelago' : 'province',
      geometry: row.geometry,
    }),
  )
  const places = rows.map(
    (row): Held => ({
      id: row.id,
      code: row.code,
      name: row.name,
      fullName: row.full_name,
      level: levelOf(row.level),
      parent: row.parent_id,
      from: row.from_day === null ? null : parseDay(row.from_day),
      to: row.to_day === null ? null : parseDay(row.to_day),
      basis: row.basis,
      certainty: row.certainty,
      folded: row.folded,
      sortKey: row.sort_key,
    }),
  )
  return registerOver(
    places,
    codes.map((row) => ({ place: row.place_id, code: row.code })),
    links.map((link) => ({
      from: link.from_id,
      to: link.to_id,
      kind: link.kind,
      partial: link.partial,
      weight: link.weight,
      certain: isCertain(link.certainty),
      basis: link.basis,
    })),
    outlines,
  )
}

/** Every outline there is, as GeoJSON; the register picks those of a day. */
const outlinesInOrder = (db: Kysely<Tables>) =>
  db
    .selectFrom('place_outline')
    .innerJoin('place', 'place.id', 'place_outline.place_id')
    .select([
      'place_outline.place_id',
      'place_outline.name',
      'place_outline.kind',
      sql<unknown>`st_asgeojson(geom, 3)::json`.as('geometry'),
    ])
    .orderBy('place_outline.kind', 'desc')
    .orderBy('place.sort_key')
    .orderBy('place_outline.place_id')

/** A certainty that a person may build on without asking: read in a source, checked against others, or sure from memory. */
export const isCertain = (certainty: string): boolean => ['seen', 'checked', 'high', 'derived'].includes(certainty)

function levelOf(text: string): Level {
  const level = levels.find((one) => one === text)
  if (level === undefined) throw new Error(`${text} is no level`)
  return level
}

/** @param places in Vietnamese order */
function registerOver(
  places: readonly Held[],
  codes: readonly { place: string; code: string }[],
  links: readonly Link[],
  outlines: readonly Outline[],
): PlaceRegister {
  const byId = new Map(places.map((place) => [place.id, place]))
  const byCode = Map.groupBy(places, (place) => place.code)
  const byFolded = Map.groupBy(places, (place) => place.folded)
  const names = [...byFolded.keys()].sort()
  const otherCodes = Map.groupBy(codes, (one) => one.place)
  const forward = Map.groupBy(links, (link) => link.from)
  const back = Map.groupBy(links, (link) => link.to)
  const byParent = Map.groupBy(places, (place) => place.parent ?? '')

  /** The unit that bore that level and code on the day: a province that became a city keeps its communes, though it is another version. */
  const versionOn = (id: string, on: Day | null): Held | undefined => {
    const own = byId.get(id)
    if (own === undefined || on === null || holdsOn(own, on)) return own
    return byCode.get(own.code)?.find((one) => one.level === own.level && holdsOn(one, on)) ?? own
  }
  const above = (place: Held, on: Day | null): readonly Parent[] => {
    const unit = place.parent === null ? undefined : versionOn(place.parent, on)
    return unit === undefined ? [] : [{ id: unit.id, name: unit.fullName, code: unit.code }, ...above(unit, on)]
  }
  const shown = (place: Held, on: Day | null): StoredPlace => ({
    ...place,
    above: above(place, on),
    otherCodes: (otherCodes.get(place.id) ?? []).map((one) => one.code),
  })

  /** Names that begin with it and a blank, from the sorted list. */
  const beginning = (folded: string): readonly string[] => {
    const start = lowerBound(names, `${folded} `)
    const found: string[] = []
    for (let i = start; i < names.length && names[i]?.startsWith(`${folded} `) === true; i += 1) found.push(names[i] ?? '')
    return found
  }
  const byLength = Map.groupBy(names, (name) => name.length)
  const namesNear = (length: number): readonly string[] =>
    Array.from({ length: 2 * MOST_SLIPS + 1 }, (_, i) => byLength.get(length + i - MOST_SLIPS) ?? []).flat()
  const slipped = (folded: string): readonly string[] =>
    namesNear(folded.length)
      .map((name) => ({ name, slips: slipsBetween(folded, name, MOST_SLIPS) }))
      .filter(({ slips }) => slips <= MOST_SLIPS)
      .sort((a, b) => a.slips - b.slips)
      .map(({ name }) => name)

  return {
    candidates({ code, folded, on, exact = false }) {
      const there = (place: Held): boolean => holdsOn(place, on)
      if (code !== null) {
        const corrected = codes.filter((one) => one.code === code).flatMap((one) => byId.get(one.place) ?? [])
        return [...(byCode.get(code) ?? []), ...corrected].filter(there).map((place) => shown(place, on))
      }
      if (folded === '') return []
      const named = [folded, ...beginning(folded)].flatMap((name) => byFolded.get(name) ?? []).filter(there)
      const found =
        named.length > 0 || exact
          ? named
          : slipped(folded)
              .flatMap((name) => byFolded.get(name) ?? [])
              .filter(there)
      return found.slice(0, MOST_CANDIDATES).map((place) => shown(place, on))
    },
    elsewhen({ code, folded, on }) {
      const bearers = code !== null ? byCode.get(code) : byFolded.get(folded)
      return (bearers ?? [])
        .filter((place) => !holdsOn(place, on))
        .slice(0, MOST_CANDIDATES)
        .map((place) => shown(place, null))
    },
    get(id, on) {
      const place = byId.get(id)
      return place === undefined ? null : shown(place, on)
    },
    list({ parent, level, on, after, limit }) {
      const versions = parent === null ? null : siblings(byId.get(parent), byCode, on)
      const all = versions === null ? places : versions.flatMap((id) => byParent.get(id) ?? [])
      const key = readKey(after)
      const matching = all
        .filter((place) => holdsOn(place, on) && (level === null || place.level === level))
        .filter((place) => key === null || place.sortKey > key[0] || (place.sortKey === key[0] && place.id > key[1]))
        .sort((a, b) => (a.sortKey < b.sortKey || (a.sortKey === b.sortKey && a.id < b.id) ? -1 : 1))
      const items = matching.slice(0, limit)
      const last = matching.length > limit ? items.at(-1) : undefined
      return { items: items.map((place) => shown(place, on)), next: last === undefined ? null : writeKey(last.sortKey, last.id) }
    },
    named: (folded) => byFolded.get(folded) ?? [],
    renamed: (id) => [
      ...(forward.get(id) ?? []).filter(({ kind }) => kind === 'rename').map(({ to }) => to),
      ...(back.get(id) ?? []).filter(({ kind }) => kind === 'rename').map(({ from }) => from),
    ],
    outlines: (on) => outlines.filter(({ place }) => holdsOn(byId.get(place) ?? { from: on, to: on }, on)),
    reach(id, direction) {
      const [index, far] = direction === 'forward' ? ([forward, 'to'] as const) : ([back, 'from'] as const)
      const found: Link[] = []
      const seen = new Set([id])
      for (const at of seen) {
        for (const link of index.get(at) ?? []) {
          found.push(link)
          seen.add(link[far])
        }
      }
      seen.delete(id)
      return { links: found, places: [...seen].flatMap((one) => byId.get(one) ?? []).map((place) => shown(place, null)) }
    },
  }
}

/** The versions of a unit that children may hang on: itself, and on a day when it holds those it was before and after. */
function siblings(own: Held | undefined, byCode: ReadonlyMap<string, readonly Held[]>, on: Day): readonly string[] {
  if (own === undefined) return []
  if (!holdsOn(own, on)) return [own.id]
  return (byCode.get(own.code) ?? []).filter((one) => one.level === own.level).map((one) => one.id)
}

function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
