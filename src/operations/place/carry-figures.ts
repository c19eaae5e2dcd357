import { z } from 'zod'
import { compare, type Decimal, formatDecimal, parseDecimal, ZERO } from '../../base/decimal.ts'
import { sortKey } from '../../base/fold.ts'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import { carried, measures, type Source } from '../../kernel/place/carry.ts'
import { type Level, levels } from '../../kernel/place/place.ts'
import { warnings, warningsOn } from '../before-register.ts'
import { type Context, operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import { hasUnits, isBelow, type Journey, unitsWithout, wayOf } from './carry-way.ts'
import type { PlacePorts, StoredPlace } from './ports.ts'
import { placesNamed } from './resolve-place.ts'

const decimal = z.string().max(60).meta({ description: 'digits with a point: 1284.73' })
const place = z.string().min(1).max(200).meta({ description: 'id, code or name on the day of the figures: p49-origin · 49 · Quảng Nam' })
const unit = z.strictObject({ id, name: z.string(), code: z.string() })
const MOST = 5000
export const gapsWays = ['leave', 'tell'] as const

const input = z.strictObject({
  day: dayText.meta({ description: 'the day whose units the figures are of' }),
  on: dayText.meta({ description: 'the day whose units they are told of, later or earlier' }),
  level: z.enum(levels).optional().meta({ description: 'of the figures, where a name means units of several levels' }),
  toLevel: z.enum(levels).optional().meta({
    description:
      'the level of the units they are told of, above that of the figures: communes as their province; absent: that of the figures',
  }),
  measure: z.enum(measures).meta({
    description: 'sum: people, area, money; mean: a rate, by weights; none: a rank, which may not be put together',
  }),
  figures: z
    .array(z.strictObject({ place, value: decimal }))
    .min(1)
    .max(MOST),
  weights: z
    .array(z.strictObject({ place, value: decimal }))
    .max(MOST)
    .optional()
    .meta({ description: 'people or area: of units of `day` for a mean, of units of `on` to divide what went to several' }),
  gaps: z.enum(gapsWays).optional().meta({
    description:
      'leave, when absent: without the figure of one of its units none is told; tell: it is told of the others, and names those that lack',
  }),
  decimals: z
    .int()
    .min(0)
    .max(12)
    .optional()
    .meta({ description: 'of what is estimated; 2 when absent, never fewer than the figures have' }),
})

export const carriedView = z.strictObject({
  on: dayText,
  items: z.array(
    z.strictObject({
      place: unit,
      value: z.string().nullable().meta({ description: 'null: not told, see reason' }),
      low: z.string().nullable(),
      high: z.string().nullable().meta({ description: 'the value lies between low and high; null: not known' }),
      exact: z.boolean(),
      method: z.enum(['same', 'joined', 'divided', 'weighed', 'partly']),
      reason: z.enum(['part-missing', 'share-unknown', 'weights-missing', 'not-divisible']).nullable(),
      parts: z.array(z.strictObject({ place: unit, share: z.number().nullable(), value: z.string() })),
      missing: z.array(unit).meta({ description: 'units of `day` whose territory it holds and that have no figure' }),
    }),
  ),
  unread: z
    .array(
      z.strictObject({
        n: z.int(),
        place: z.string(),
        reason: z.enum(['unknown', 'ambiguous', 'twice', 'not-a-number', 'nobody-known', 'day-unsure', 'part', 'other-level']),
      }),
    )
    .meta({ description: 'figures that were left out; n counts from 1' }),
  weightsUnread: z
    .array(z.strictObject({ n: z.int(), place: z.string(), reason: z.enum(['unknown', 'ambiguous']) }))
    .meta({ description: 'weights whose place is no unit of either day, or several; n counts from 1' }),
  warnings,
})

/**
 * Figures of the units of one day told of the units of another: a series of 63 provinces as of 34, or back. Each says how it
 * came about and between which bounds it lies; what would be nonsense is not told. [PLA-17] [PLA-18]
 */
export const placeCarry = operation({
  name: 'place.carry',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Quy số liệu theo địa giới của một ngày khác', en: 'Carry figures to the units of another day' },
  input,
  output: carriedView,
  rest: { method: 'POST', path: '/places/carry' },
  run: (ports: PlacePorts, _context: Context, given): Promise<Result<Carried, Refusal>> => figuresCarried(ports, given),
})

export type CarryAsked = z.infer<typeof input>
export type Carried = z.infer<typeof carriedView>

/** What `place.carry` answers, for whoever has figures of places: a table of a dataset too. */
export async function figuresCarried(ports: PlacePorts, given: CarryAsked): Promise<Result<Carried, Refusal>> {
  const [day, on] = [parseDay(given.day), parseDay(given.on)]
  if (day === null || on === null) return refuse({ code: 'bad-day', data: { value: day === null ? given.day : given.on } })
  const journey: Journey = { day, on, to: given.toLevel ?? null }
  if (given.toLevel !== undefined && !(await hasUnits(ports, given.toLevel, on)))
    return refuse({ code: 'level-not-told', data: { day: on } })
  const weights = await readWeights(ports, given.weights ?? [], [day, on], given.level)
  if (!weights.ok) return weights
  const read = await readFigures(ports, given, journey)
  if (read.sources.length === 0 && read.unread.some(({ reason }) => reason === 'other-level'))
    return refuse({ code: 'level-not-told', data: { day: on } })
  const without = await unitsWithout(ports, read.sources, journey)
  const way = wayOf(ports, journey)
  const found = carried({
    sources: read.sources,
    without: await Promise.all(without.map(async (one) => ({ unit: one.id, holders: await way(one) }))),
    measure: given.measure,
    weights: weights.value.read,
    decimals: given.decimals ?? 2,
    isPartTold: given.gaps === 'tell',
  })
  const name = async (of: string, then: Day): Promise<z.infer<typeof unit>> => {
    const known = await ports.places.get(of, then)
    return { id: of, name: known?.fullName ?? of, code: known?.code ?? '' }
  }
  const keyed = await Promise.all(
    found.map(async (one) => ({ ...one, key: sortKey((await ports.places.get(one.unit, on))?.name ?? one.unit) })),
  )
  const ordered = keyed.toSorted((a, b) => (a.key < b.key || (a.key === b.key && a.unit < b.unit) ? -1 : 1))
  const text = (value: Decimal | undefined | null): string | null => (value === undefined || value === null ? null : formatDecimal(value))
  return ok({
    on,
    items: await Promise.all(
      ordered.map(async (one) => ({
        place: await name(one.unit, on),
        value: text(one.value),
        low: text(one.bounds?.low),
        high: text(one.bounds?.high),
        exact: one.exact,
        method: one.method,
        reason: one.reason,
        parts: await Promise.all(
          one.parts.map(async (part) => ({ place: await name(part.unit, day), share: part.share, value: formatDecimal(part.value) })),
        ),
        missing: await Promise.all(one.missing.map((missing) => name(missing, day))),
      })),
    ),
    unread: read.unread,
    weightsUnread: weights.value.unread,
    warnings: warningsOn(day < on ? day : on),
  })
}

type Unread = Carried['unread'][number]

async function readFigures(
  ports: PlacePorts,
  { figures, level }: CarryAsked,
  journey: Journey,
): Promise<{ readonly sources: readonly (Source & { readonly place: StoredPlace })[]; readonly unread: Unread[] }> {
  const sources: (Source & { readonly place: StoredPlace })[] = []
  const unread: Unread[] = []
  const found = await Promise.all(figures.map(({ place: named }) => meant(ports, named, journey.day, level)))
  const way = wayOf(ports, journey)
  const counted = journey.to === null ? null : levelCounted(found, journey.to)
  // which of two figures is the unit's nobody knows, so neither is told [PLA-19]
  const times = Map.groupBy(
    found.flatMap(([own, more]) => (own === undefined || more !== undefined ? [] : [own.id])),
    (one) => one,
  )
  for (const [i, { place: named, value: written }] of figures.entries()) {
    const leave = (reason: Unread['reason']): unknown => unread.push({ n: i + 1, place: named, reason })
    const [own, more] = found[i] ?? []
    const value = parseDecimal(written)
    if (own === undefined) leave('unknown')
    else if (more !== undefined) leave('ambiguous')
    else if (counted !== null && own.level !== counted) leave('other-level')
    else if (value === null) leave('not-a-number')
    else if ((times.get(own.id)?.length ?? 0) > 1) leave('twice')
    else {
      const holders = await way(own)
      if (holders.length === 0) leave('nobody-known')
      else sources.push({ unit: own.id, value, holders, place: own })
    }
  }
  return { sources, unread }
}

/** Of one level alone, the commonest of those up to the one asked for: a province beside its own communes would be counted twice. [PLA-24] */
function levelCounted(found: readonly (readonly StoredPlace[])[], to: Level): Level {
  const met = found.flatMap(([own, more]) => (own === undefined || more !== undefined || isBelow(to, own.level) ? [] : [own.level]))
  const times = (level: Level): number => met.filter((one) => one === level).length
  return levels.reduce((most, level) => (times(level) > times(most) ? level : most), to)
}

/** The units that a code, a name or an id means on a day: those of the highest level, where several levels have one. */
export async function meant(ports: PlacePorts, named: string, on: Day, level: CarryAsked['level']): Promise<readonly StoredPlace[]> {
  const own = await ports.places.get(named, on)
  if (own !== null && holds(own, on)) return [own]
  const found = (await placesNamed(ports, named, on)).filter((one) => level === undefined || one.level === level)
  // «Hòa Bình» alone is the province, though a commune may bear the name
  const highest = levels.find((one) => found.some((place_) => place_.level === one))
  return found.filter((one) => one.level === highest)
}

const holds = ({ from, to }: StoredPlace, on: Day): boolean => (from === null || from <= on) && (to === null || on < to)

/** A weight below nothing would give a mean beyond its own parts; of two for one unit nobody knows which counts. [PLA-23] */
async function readWeights(
  ports: PlacePorts,
  weights: NonNullable<CarryAsked['weights']>,
  days: readonly Day[],
  level: CarryAsked['level'],
): Promise<Result<{ readonly read: ReadonlyMap<string, Decimal>; readonly unread: Carried['weightsUnread'] }, Refusal>> {
  const read = new Map<string, Decimal>()
  const unread: Carried['weightsUnread'] = []
  for (const [i, { place: named, value: written }] of weights.entries()) {
    const value = parseDecimal(written)
    if (value === null || compare(value, ZERO) < 0) return refuse({ code: 'bad-weight', data: { n: i + 1, place: named, value: written } })
    const found = await Promise.all(days.map((on) => meant(ports, named, on, level)))
    const own = new Set(found.flatMap(([one, more]) => (one === undefined || more !== undefined ? [] : [one.id])))
    if (own.size === 0) unread.push({ n: i + 1, place: named, reason: found.some((one) => one.length > 1) ? 'ambiguous' : 'unknown' })
    for (const one of own) {
      if (read.has(one)) return refuse({ code: 'weight-twice', data: { n: i + 1, place: named } })
      read.set(one, value)
    }
  }
  return ok({ read, unread })
}
