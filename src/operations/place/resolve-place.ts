import { z } from 'zod'
import { fold, hasMarks } from '../../base/fold.ts'
import type { Language, Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Day } from '../../kernel/period/day.ts'
import { type Archipelago, archipelagoAt } from '../../kernel/place/archipelago.ts'
import { byMatch, isNamed, isWithoutMarks, matchPlace, meet } from '../../kernel/place/match.ts'
import type { Level } from '../../kernel/place/place.ts'
import { otherReading, type PlaceQuery, readPlaceQuery } from '../../kernel/place/place.ts'
import { warnings, warningsOn } from '../before-register.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { dayText, limit } from '../values.ts'
import type { PlacePorts, StoredPlace } from './ports.ts'
import { bySuccession, type Found } from './resolve-by-succession.ts'
import { matchView, shown } from './views.ts'

const output = z.strictObject({ items: z.array(matchView), on: dayText, warnings })

/** Which place a code, a name or a point means, on a day. Best first; a slip is corrected in sight. */
export const placeResolve = operation({
  name: 'place.resolve',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Tìm địa giới theo mã, tên hoặc tọa độ, tại một ngày', en: 'Resolve a place by code, name or point, on a day' },
  input: z.strictObject({
    q: z.string().min(1).max(200).optional().meta({ description: '52 · Hòa Khánh · P. Hải Châu · Hòa Khánh, Đà Nẵng' }),
    point: z.string().max(60).optional().meta({ description: 'longitude,latitude in degrees WGS 84: 108.15,16.06' }),
    on: dayText.optional().meta({ description: 'today when absent' }),
    limit: limit.optional(),
  }),
  output,
  rest: { method: 'GET', path: '/places/resolve' },
  async run(ports: PlacePorts, context, given): Promise<Result<z.infer<typeof output>, Refusal>> {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    if (given.point !== undefined && given.q !== undefined) return refuse(both(context.language))
    const found = given.point === undefined ? await byName(ports, given.q, on.value) : await byPoint(ports, given.point, on.value)
    if (!found.ok) return found
    const items = found.value.slice(0, given.limit ?? 20).map(({ place, matched }) => ({ ...shown(place), matched }))
    return ok({ items, on: on.value, warnings: warningsOn(on.value) })
  },
})

const both = (language: Language): Refusal => ({
  code: 'bad-value',
  data: { name: 'point', reason: language === 'vi' ? 'đã ghi «q» thì không ghi «point»' : 'not together with `q`' },
})

async function byPoint(ports: PlacePorts, text: string, on: Day): Promise<Result<readonly Found[], Refusal>> {
  const [longitude, latitude, ...rest] = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (
    longitude === undefined ||
    latitude === undefined ||
    rest.length > 0 ||
    !(Math.abs(longitude) <= 180) ||
    !(Math.abs(latitude) <= 90)
  ) {
    return refuse({ code: 'bad-point', data: { value: text } })
  }
  const places = await ports.places.atPoint(longitude, latitude, on)
  const covering = places.map((place): Found => ({ place, matched: { by: 'point', corrected: null } }))
  return ok(covering.length > 0 ? covering : await inArchipelago(ports, archipelagoAt(longitude, latitude), on))
}

/** The province that has the archipelago on the day: an island that no outline draws lies in it all the same. [PLA-16] */
async function inArchipelago(ports: PlacePorts, name: Archipelago | null, on: Day): Promise<readonly Found[]> {
  const drawn = name === null ? undefined : (await ports.places.outlines(on)).find((one) => one.kind === 'archipelago' && one.name === name)
  const place = drawn === undefined ? null : await ports.places.get(drawn.place, on)
  return place === null ? [] : [{ place, matched: { by: 'archipelago', corrected: name } }]
}

async function byName(ports: PlacePorts, text: string | undefined, on: Day): Promise<Result<readonly Found[], Refusal>> {
  if (text === undefined) return refuse({ code: 'missing-parameter', data: { name: 'q' } })
  return ok(await placesLike(ports, text, on))
}

/**
 * Everything a text may mean on the day, best first: also what bore the name on another day, and what differs by a slip.
 *
 * @param level only units of it; absent: of all
 */
export async function placesLike(ports: PlacePorts, text: string, on: Day, level?: Level): Promise<readonly Found[]> {
  const query = readPlaceQuery(text)
  const other = otherReading(query)
  const readings = other === null ? [query] : [query, other]
  const isMeant = (place: StoredPlace): boolean => level === undefined || place.level === level
  const found = (await Promise.all(readings.map((reading) => matching(ports, reading, on)))).flat().filter(({ place }) => isMeant(place))
  const past = found.some(({ matched }) => isNamed(matched))
    ? []
    : await bySuccession(ports, (await elsewhen(ports, readings, on)).filter(isMeant), on)
  // likeness only where nothing is named so, on this day or another
  const named = [...found.filter(({ matched }) => matched.by !== 'slip'), ...past]
  const best = [...(named.length > 0 ? named : found)].sort((a, b) =>
    byMatch({ matched: a.matched, level: a.place.level }, { matched: b.matched, level: b.place.level }),
  )
  return best.filter((one, i) => best.findIndex(({ place }) => place.id === one.place.id) === i)
}

/**
 * Units that hold on the day and that a code or a name means without a slip: more than one when it does not say which.
 *
 * A name with its marks is that of the unit that bears them, not of those that folding makes alike; marks may be lost, never
 * others. Where the text has none at all, all that it may be are meant. [PLA-20]
 */
export async function placesNamed(ports: PlacePorts, text: string, on: Day): Promise<readonly StoredPlace[]> {
  const query = readPlaceQuery(text)
  const other = otherReading(query)
  const readings = other === null ? [query] : [query, other]
  const found = await Promise.all(
    readings.map(async (reading) =>
      (await matching(ports, reading, on, true)).filter(
        ({ place, matched: { by } }) => by !== 'marks' || isWithoutMarks(reading.name, place.name),
      ),
    ),
  )
  const named = found.flat().filter(({ matched }) => isNamed(matched))
  const written = hasMarks(text) ? named.filter(({ matched }) => matched.by !== 'marks') : []
  const places = (written.length > 0 ? written : named).map(({ place }) => place)
  return places.filter((one, i) => places.findIndex(({ id: same }) => same === one.id) === i)
}

async function matching(ports: PlacePorts, query: PlaceQuery, on: Day, exact = false): Promise<readonly Found[]> {
  return meeting(query, await ports.places.candidates({ code: query.code, folded: fold(query.name), on, exact }))
}

/** Units that bear the name or the code on other days only. */
async function elsewhen(ports: PlacePorts, readings: readonly PlaceQuery[], on: Day): Promise<readonly StoredPlace[]> {
  const of = async (query: PlaceQuery): Promise<readonly Found[]> =>
    meeting(query, await ports.places.elsewhen({ code: query.code, folded: fold(query.name), on }))
  return (await Promise.all(readings.map(of)))
    .flat()
    .filter(({ matched }) => isNamed(matched))
    .map(({ place }) => place)
}

const meeting = (query: PlaceQuery, places: readonly StoredPlace[]): readonly Found[] =>
  places.flatMap((place): Found[] => {
    const matched = matchPlace(query, place, place.otherCodes)
    return matched !== null && isWithin(query, place) ? [{ place, matched }] : []
  })

/** A name is matched with its province: each unit named after a comma must be met above. [PLA-5] */
const isWithin = (query: PlaceQuery, place: StoredPlace): boolean =>
  query.within.every((name) =>
    place.above.some((unit) => meet(name, unit.name.replace(/^(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã) /u, '')) !== null),
  )
