import { isAngle } from '../cell/angle-text.ts'
import { booleanWord, type Cell, isNothing, type Typed } from '../cell/cell.ts'
import { type ColumnType, type Form, forms, orderOf } from '../cell/column.ts'
import { type DaySign, daySign, instantSign } from '../cell/day-text.ts'
import { looksLikeShape } from '../cell/geometry-text.ts'
import { isBracketed, type NumberSign, numberSign, unitBehind } from '../cell/number-text.ts'
import { isEmptyWkt } from '../shape/geometry.ts'
import { zerosSeen } from './ordinals.ts'
import { type PeriodHeading, periodsSeen } from './periods.ts'
import { type TurnedDays, turnedSeen } from './turned-days.ts'

/**
 * What the cells of a column are, from how they are written. A question is asked where two readings hold and no cell decides:
 * «1.500» alone, «01/02/2023» alone. Nothing is guessed between them. [DAT-1]
 */
export type Guess = {
  readonly type: ColumnType
  readonly form: Form | null
  /** The forms between which a person must choose; empty: none is asked. */
  readonly asks: readonly Form[]
  /** Cells that say nothing, and cells that are not of the type. */
  readonly empty: number
  readonly misfits: number
  /** The unit that all of its cells say behind their numbers: «12,5%». Null: none, or not all. [DAT-77] */
  readonly unit: string | null
  /** True: some of its numbers can be read in two ways, whatever the others say. */
  readonly split: boolean
  /** Of a text: what most of its cells read as, though too many do not; a person says which it is. Null: nothing. */
  readonly nearly: Nearly | null
  /** Its days may have been turned by a program. Null: nothing speaks for it. [DAT-108] */
  readonly turned: TurnedDays | null
}

/** A type that `fits` of the cells that say something read as. */
export type Nearly = {
  readonly type: ColumnType
  readonly form: Form | null
  readonly asks: readonly Form[]
  readonly fits: number
  readonly of: number
}

/** What one cell reads as. `measured`: a number with a unit that its heading does not say. */
export type CellKind = 'nothing' | 'number' | 'measured' | 'day' | 'instant' | 'period' | 'other'

export interface Evidence {
  see(cell: Cell): CellKind
  guess(): Guess
}

/** So many of a hundred may be misfits, to be reported as bad rows, before the column is no more of the type. */
const FITS = 0.98
/** From so many on it is asked whether the others are slips: of three cells two. */
const NEARLY = 0.6
const MOST_FIGURES = 18
/** Four figures or more, whatever parts them. */
const LARGE = /(?:\d[^\d]?){4}/
/** A longer one that begins with a figure may be a shape in figures of sixteen. */
const LONGEST_NUMBER = 40

/**
 * @param heading the unit that the heading says, with which or without cells may be written
 * @param isShape the format says that it is of shapes: one that cannot be read is a bad cell, not a text
 * @param periods what the heading says of «03/2024», which may number a paper [DAT-138]
 * @param isItem the heading says that it numbers items or versions, of which «1.10» is not «1.1» [DAT-151]
 */
export function evidence(heading: string | null = null, isShape = false, periods: PeriodHeading = 'other', isItem = false): Evidence {
  const numbers = new Map<NumberSign, number>()
  const days = new Map<DaySign, number>()
  const instants = new Map<DaySign, number>()
  const units = new Map<string, number>()
  const turned = turnedSeen()
  const times = periodsSeen(periods)
  const zeros = zerosSeen()
  const truths = { yes: 0, no: 0, sure: 0 }
  const counts = { cells: 0, empty: 0, codes: 0, long: 0, fractions: 0, shapes: 0, typedDays: 0, typedMonths: 0, bracketed: 0, large: 0 }
  const add = <K>(map: Map<K, number>, key: K): unknown => map.set(key, (map.get(key) ?? 0) + 1)
  const bareOf = (text: string): { readonly bare: string; readonly kind: CellKind } => {
    const behind = unitBehind(text, heading)
    if (behind === null || numberSign(behind.number) === null) return { bare: text, kind: 'number' }
    if (behind.unit !== heading) add(units, behind.unit)
    return { bare: behind.number, kind: behind.unit === heading ? 'number' : 'measured' }
  }
  const dated = (text: string, sign: DaySign): void => {
    if (sign === 'iso') turned.day(text)
    else if (sign === 'dmy' || sign === 'dmy-short') turned.text(text, 'dmy')
    else if (sign === 'mdy' || sign === 'mdy-short') turned.text(text, 'mdy')
  }
  /** What a format says of a cell says nothing of how the texts beside it are written. */
  const typed = (cell: Typed): CellKind => {
    const { is, text } = cell
    const isMonth = cell.is === 'day' && cell.isMonth === true
    if (is === 'number') {
      add(numbers, 'plain')
      times.number(text)
      const { bare, kind } = bareOf(text)
      if (!/^-?\d+$/.test(bare)) counts.fractions += 1
      else if (bare.length > MOST_FIGURES) counts.long += 1
      if (LARGE.test(bare)) counts.large += 1
      return kind
    }
    if (is === 'day') add(days, 'iso')
    else if (is === 'instant') add(instants, 'iso')
    else if (is === 'boolean') truths.sure += 1
    else counts.empty += 1
    if (is === 'day') counts.typedDays += 1
    if (isMonth) counts.typedMonths += 1
    else if (is === 'day' || is === 'instant') turned.day(text)
    if (isMonth) return 'period'
    return is === 'boolean' ? 'other' : is === 'fault' ? 'nothing' : is
  }
  return {
    see(cell) {
      counts.cells += 1
      if (typeof cell !== 'string') return typed(cell)
      const text = cell.trim()
      if (isNothing(text) || isEmptyWkt(text)) {
        counts.empty += 1
        return 'nothing'
      }
      const code = text.charCodeAt(0)
      const isLetter = code > 64 && code !== 0x2212 && code !== 0x2013
      if (isLetter && /^ngày\s/i.test(text) && daySign(text) !== null) {
        add(days, 'iso')
        return 'day'
      }
      if (isAngle(text)) {
        add(numbers, 'plain')
        counts.fractions += 1
        return 'number'
      }
      if (isLetter || (code < 43 && !isBracketed(text))) {
        const truth = booleanWord(text)
        if (truth !== null) truths[truth] += 1
        else if (looksLikeShape(text)) counts.shapes += 1
        else if (times.see(text)) return 'period'
        return 'other'
      }
      if (text.length > LONGEST_NUMBER && looksLikeShape(text)) {
        counts.shapes += 1
        return 'other'
      }
      const { bare, kind } = bareOf(text)
      const sign = numberSign(bare)
      if (sign === null) {
        const day = daySign(text)
        const instant = day === null ? instantSign(text) : null
        if (day !== null) add(days, day)
        else add(instants, instant)
        dated(text, day ?? instant)
        if (day === null && instant === null) return times.see(text) ? 'period' : 'other'
        return day !== null ? 'day' : 'instant'
      }
      times.number(text)
      if (isItem) zeros.see(text)
      add(numbers, sign)
      if (/^[+-]?0\d/.test(bare)) counts.codes += 1
      if (isBracketed(bare)) counts.bracketed += 1
      if (LARGE.test(bare)) counts.large += 1
      if (bare.length > MOST_FIGURES && sign === 'plain') counts.long += 1
      if (sign !== 'plain' && isFraction(bare, sign)) counts.fractions += 1
      return kind
    },
    guess() {
      const said = counts.cells - counts.empty
      const enough = said < 50 ? said : Math.ceil(said * FITS)
      const of = (type: ColumnType, n: number, chosen: Ways & Partial<Pick<Guess, 'turned'>>): Guess => ({
        type,
        form: chosen.form,
        asks: chosen.asks,
        empty: counts.empty,
        misfits: said - n,
        unit: null,
        split: isSplit(numbers),
        nearly: null,
        turned: chosen.turned ?? null,
      })
      const dayOf = (signs: ReadonlyMap<DaySign, number>): Ways & Pick<Guess, 'turned'> => {
        const chosen = dayForm(signs)
        const ways = chosen.form === null ? chosen.asks : [chosen.form]
        const orders = new Set(ways.map(orderOf))
        const [order = null] = orders.size === 1 ? orders : []
        const may = turned.found(order)
        if (may === null) return { ...chosen, turned: null }
        return { form: null, asks: [...ways, ...ways.flatMap((way) => forms.find((one) => one === `${way}-turned`) ?? [])], turned: may }
      }
      const none = { form: null, asks: [] }
      if (said === 0) return of('text', 0, none)
      const booleans = truths.yes + truths.no + truths.sure
      // a lone «x» is a tick, a lone «no» may be short for something
      const areTruths = truths.sure > 0 || (truths.yes > 0 && truths.no > 0)
      if (areTruths && booleans >= enough) return of('boolean', booleans, none)
      if (counts.shapes >= enough || isShape) return of('geometry', counts.shapes, none)
      // «(1)» beside «1» is an item of a list, «(3.500)» beside «12.000» an amount below nothing
      const areAmounts = counts.bracketed === 0 || (counts.large > 0 && counts.bracketed < sum(numbers))
      const all = counts.codes === 0 && counts.long === 0 && areAmounts && !zeros.matter() ? sum(numbers) : 0
      const withUnit = sum(units)
      const [unit = null] = units.size === 1 && withUnit === all ? units.keys() : []
      // among numbers without it a number with a unit is none of them
      const written = unit === null ? Math.max(0, all - withUnit) : all
      const number = (): Ways & Pick<Guess, 'type' | 'turned'> => {
        const chosen = numberForm(numbers)
        const fraction = counts.fractions > 0 || (chosen.form === 'point' && isSplit(numbers)) || chosen.asks.length > 0
        return { type: fraction ? 'decimal' : 'integer', ...chosen, turned: null }
      }
      if (written >= enough) {
        const { type, ...chosen } = number()
        return { ...of(type, written, chosen), unit }
      }
      // of days that are all shown as months, each is a month; beside others it is a day [DAT-127]
      const months = counts.typedMonths === sum(days) ? counts.typedMonths : 0
      const daysRead = sum(days) - months
      if (daysRead >= enough) return of('day', daysRead, dayOf(days))
      // a workbook keeps midnight as a day
      const instant = sum(instants, true)
      const timed = instant === 0 ? 0 : instant + counts.typedDays
      if (timed >= enough) return of('instant', timed, dayOf(instants))
      const { n: texts, isAsked, ...period } = times.found()
      const read = texts + months
      if (read >= enough && !isAsked) return of('period', read, period)
      const fits = Math.max(written, daysRead, timed, read)
      const text = of('text', said, none)
      if (fits < said * NEARLY) return text
      const near =
        fits === written
          ? number()
          : fits === daysRead
            ? { type: 'day' as const, ...dayOf(days) }
            : fits === timed
              ? { type: 'instant' as const, ...dayOf(instants) }
              : { type: 'period' as const, ...period, turned: null }
      const { turned: may, ...way } = near
      return { ...text, unit: fits === written ? unit : null, nearly: { ...way, fits, of: said }, turned: may }
    },
  }
}

type Ways = Pick<Guess, 'form' | 'asks'>

const sum = <K>(map: ReadonlyMap<K, number>, known = false): number =>
  [...map].reduce((total, [key, n]) => (known && key === null ? total : total + n), 0)

/** «1.500,5» and «12.34» have a fraction; «1.500.000» has none; of «1.500» that is asked. */
const isFraction = (text: string, sign: NumberSign): boolean =>
  sign === 'comma' ? text.includes(',') : sign === 'point' ? /\.|e/i.test(text) : false

const isSplit = (numbers: ReadonlyMap<NumberSign, number>): boolean => (numbers.get('either') ?? 0) > 0

function numberForm(numbers: ReadonlyMap<NumberSign, number>): { form: Form | null; asks: readonly Form[] } {
  const comma = numbers.get('comma') ?? 0
  const point = numbers.get('point') ?? 0
  if (comma === 0 && point === 0) return { form: null, asks: isSplit(numbers) ? ['comma', 'point'] : [] }
  // both are written in one column: which is right nobody can see
  if (comma > 0 && point > 0) return { form: null, asks: ['comma', 'point'] }
  return { form: comma > 0 ? 'comma' : 'point', asks: [] }
}

function dayForm(signs: ReadonlyMap<DaySign, number>): { form: Form | null; asks: readonly Form[] } {
  const of = (...some: readonly DaySign[]): number => some.reduce((n, sign) => n + (signs.get(sign) ?? 0), 0)
  const [dmy, mdy] = [of('dmy', 'dmy-short'), of('mdy', 'mdy-short')]
  if (of('ymd') > 0) return { form: 'ymd', asks: [] }
  const orders = dmy > 0 && mdy === 0 ? ['dmy' as const] : mdy > 0 && dmy === 0 ? ['mdy' as const] : ['dmy' as const, 'mdy' as const]
  // of which century two figures are is never told by the others
  if (of('dmy-short', 'mdy-short', 'either-short') > 0)
    return { form: null, asks: orders.flatMap((order) => [`${order}-20` as const, `${order}-pivot` as const]) }
  const [order = null] = orders.length === 1 ? orders : []
  if (order !== null) return { form: order, asks: [] }
  return of('either') > 0 || dmy > 0 ? { form: null, asks: orders } : { form: null, asks: [] }
}
