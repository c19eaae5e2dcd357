import { compare, type Decimal, divided, parseDecimal, plus, times, ZERO } from '../../base/decimal.ts'
import type { Holder } from './succession.ts'

/**
 * A series carried over a reorganisation: figures of the units of one day, told of the units of another. [PLA-17]
 *
 * Every figure says how it came about and between which bounds it lies. What is whole is exact; what is divided is an
 * estimate; what would be nonsense is not told at all, with the reason.
 */

/**
 * What may be done with a figure: `sum`, add the parts (people, area, money) · `mean`, weigh the parts (a rate, a temperature)
 * · `greatest`, `least`, take the part that is · `none`, nothing (a rank, a code).
 */
export const measures = ['sum', 'mean', 'greatest', 'least', 'none'] as const
export type Measure = (typeof measures)[number]

export type Source = {
  readonly unit: string
  readonly value: Decimal
  /** Who holds its territory on the day asked about, from `follow`. */
  readonly holders: readonly Holder[]
}

/**
 * `same`: one unit, all of it · `joined`: whole units together · `divided`: some part by weights · `weighed`: a mean by weights ·
 * `partly`: of the parts that have a figure, while others have none.
 */
export type Method = 'same' | 'joined' | 'divided' | 'weighed' | 'partly'

export type Part = { readonly unit: string; readonly share: number | null; readonly value: Decimal }

export type Carried = {
  readonly unit: string
  /** null: not told, see `reason`. */
  readonly value: Decimal | null
  readonly method: Method
  /** `value` lies between them, both included: the same when it is exact; null: not known. */
  readonly bounds: { readonly low: Decimal; readonly high: Decimal } | null
  readonly exact: boolean
  readonly reason: Untold | null
  readonly parts: readonly Part[]
  /** Units whose territory it holds and that have no figure. */
  readonly missing: readonly string[]
}

/** A part is not there · nothing says how much of a part it is · a mean without weights · a measure that may not be put together. */
export type Untold = 'part-missing' | 'share-unknown' | 'weights-missing' | 'not-divisible'

export type Carry = {
  readonly sources: readonly Source[]
  /** Units of the day of the sources that have no figure, and who holds their territory. */
  readonly without: readonly Pick<Source, 'unit' | 'holders'>[]
  readonly measure: Measure
  /** How much each unit counts, by people or area: of sources for a mean, of targets for dividing what is whole. */
  readonly weights: ReadonlyMap<string, Decimal>
  /** True: what lacks a part is told of the others, and names it; else it is not told. [PLA-25] */
  readonly isPartTold?: boolean
  /** Decimals of what is divided or weighed, at least; never fewer than the figures have. */
  readonly decimals: number
}

/** @returns a figure for each unit that holds some of a source's territory, in the order in which they are met */
export function carried(given: Carry): readonly Carried[] {
  const into = new Map<string, Contribution[]>()
  for (const source of given.sources)
    for (const holder of source.holders)
      into.set(holder.id, [...(into.get(holder.id) ?? []), { source, share: shareOf(source, holder, given.weights) }])
  const missing = Map.groupBy(
    given.without.flatMap(({ unit, holders }) => holders.map((holder) => ({ unit, into: holder.id }))),
    (one) => one.into,
  )
  return [...into].map(([unit, parts]) =>
    told(
      unit,
      parts,
      (missing.get(unit) ?? []).map((one) => one.unit),
      given,
    ),
  )
}

/** `whole`: all of it is there, by the register and not by weights. */
type Contribution = { readonly source: Source; readonly share: { readonly of: Decimal | null; readonly whole: boolean } }

const ONE: Decimal = { units: 1n, scale: 0 }
const SHARE_DECIMALS = 12

function shareOf({ holders }: Source, holder: Holder, weights: ReadonlyMap<string, Decimal>): Contribution['share'] {
  if (holders.length === 1 && holder.share !== null && holder.share === 1) return { of: ONE, whole: true }
  if (holder.share !== null) return { of: parseDecimal(holder.share.toFixed(SHARE_DECIMALS)), whole: false }
  const own = weights.get(holder.id)
  const all = holders.map((one) => weights.get(one.id))
  if (own === undefined || all.some((one) => one === undefined)) return { of: null, whole: false }
  const total = all.reduce<Decimal>((sum, one) => plus(sum, one ?? ZERO), ZERO)
  return { of: total.units === 0n ? null : divided(own, total, SHARE_DECIMALS), whole: false }
}

function told(unit: string, contributions: readonly Contribution[], missing: readonly string[], given: Carry): Carried {
  const parts = contributions.map(({ source, share }) => ({
    unit: source.unit,
    share: share.of === null ? null : Number(share.of.units) / 10 ** share.of.scale,
    value: source.value,
  }))
  const isWhole = contributions.every(({ share }) => share.whole)
  const isOne = isWhole && contributions.length === 1 && missing.length === 0
  const base = { unit, parts, missing }
  const untold = (reason: Untold, method: Method, bounds: Carried['bounds'] = null): Carried => ({
    ...base,
    value: null,
    method,
    bounds,
    exact: false,
    reason,
  })
  const first = contributions[0]?.source.value ?? ZERO
  if (isOne) return { ...base, value: first, method: 'same', bounds: { low: first, high: first }, exact: true, reason: null }
  if (given.measure === 'none') return untold('not-divisible', 'joined')
  if (missing.length > 0 && given.isPartTold !== true) return untold('part-missing', isWhole ? 'joined' : 'divided')
  // not fewer than the figures have: rounded, a value still lies within its bounds
  const decimals = Math.max(given.decimals, ...contributions.map(({ source }) => source.value.scale))
  const found = together(contributions, given.measure, { given, decimals, isWhole, base, untold })
  // of what has no figure nobody knows how much it would be
  return missing.length === 0 || found.value === null ? found : { ...found, method: 'partly', exact: false, bounds: null }
}

type Together = {
  readonly given: Carry
  readonly decimals: number
  readonly isWhole: boolean
  readonly base: Base
  readonly untold: Untell
}

function together(
  contributions: readonly Contribution[],
  measure: Exclude<Measure, 'none'>,
  { given, decimals, isWhole, base, untold }: Together,
): Carried {
  switch (measure) {
    case 'sum':
      return summed(contributions, decimals, base, untold)
    case 'mean':
      return weighed(contributions, given, decimals, base, untold)
    default:
      return extreme(contributions, measure, isWhole, base, untold)
  }
}

type Base = Pick<Carried, 'unit' | 'parts' | 'missing'>
type Untell = (reason: Untold, method: Method, bounds?: Carried['bounds']) => Carried

/** What is divided lies between none of it and all of it: parts of a sum have one sign, that of the whole. */
function summed(contributions: readonly Contribution[], decimals: number, base: Base, untold: Untell): Carried {
  const whole = contributions.filter(({ share }) => share.whole).reduce((sum, { source }) => plus(sum, source.value), ZERO)
  const parted = contributions.filter(({ share }) => !share.whole)
  if (parted.length === 0)
    return { ...base, value: whole, method: 'joined', bounds: { low: whole, high: whole }, exact: true, reason: null }
  const side = (sign: 1 | -1): Decimal =>
    parted.reduce((sum, { source }) => (compare(source.value, ZERO) === sign ? plus(sum, source.value) : sum), whole)
  const bounds = { low: side(-1), high: side(1) }
  let value = whole
  for (const { source, share } of parted) {
    if (share.of === null) return untold('share-unknown', 'divided', bounds)
    value = plus(value, times(source.value, share.of))
  }
  return { ...base, value: divided(value, ONE, decimals), method: 'divided', bounds, exact: false, reason: null }
}

/**
 * A mean of whole parts lies between the least and the greatest of them, whatever they weigh. Of a part of a unit the mean is
 * not known: it stands for a little of the whole as an estimate, without bounds, and is not told alone.
 */
function weighed(contributions: readonly Contribution[], { weights }: Carry, decimals: number, base: Base, untold: Untell): Carried {
  if (contributions.every(({ share }) => !share.whole)) return untold('not-divisible', 'weighed')
  const values = contributions.map(({ source }) => source.value)
  const bounds = contributions.every(({ share }) => share.whole) ? { low: values.reduce(least), high: values.reduce(greatest) } : null
  let [sum, total] = [ZERO, ZERO]
  for (const { source, share } of contributions) {
    const weight = weights.get(source.unit)
    if (weight === undefined) return untold('weights-missing', 'weighed', bounds)
    if (share.of === null) return untold('share-unknown', 'weighed', bounds)
    const counts = times(weight, share.of)
    sum = plus(sum, times(source.value, counts))
    total = plus(total, counts)
  }
  if (total.units === 0n) return untold('weights-missing', 'weighed', bounds)
  return { ...base, value: divided(sum, total, decimals), method: 'weighed', bounds, exact: false, reason: null }
}

const least = (a: Decimal, b: Decimal): Decimal => (compare(b, a) < 0 ? b : a)
const greatest = (a: Decimal, b: Decimal): Decimal => (compare(b, a) > 0 ? b : a)

/** Of whole parts it is one of theirs; of a part of a unit nobody knows where in it the extreme was. */
function extreme(
  contributions: readonly Contribution[],
  measure: 'greatest' | 'least',
  isWhole: boolean,
  base: Base,
  untold: Untell,
): Carried {
  if (!isWhole) return untold('not-divisible', 'divided')
  const value = contributions.map(({ source }) => source.value).reduce(measure === 'greatest' ? greatest : least)
  return { ...base, value, method: 'joined', bounds: { low: value, high: value }, exact: true, reason: null }
}
