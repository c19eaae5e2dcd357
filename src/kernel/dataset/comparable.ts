import { type Day, parseDay } from '../period/day.ts'
import type { Measure } from '../place/carry.ts'
import { type Level, levels } from '../place/place.ts'
import type { Column } from './cell/column.ts'
import { measureHint } from './understanding/measure-hint.ts'
import { areMarked, isName, isOfRecord, pairOf, placeHint, timeNamed, unitsNamed } from './understanding/role.ts'

/**
 * Which columns of a table let its figures be told of the units of another day: one that names places, some that hold figures,
 * and, where a place comes more than once, one that says when. [DAT-40]
 *
 * What a column's description says goes first. Without it the heading finds places, and the unit says what may be done with a
 * figure: people and areas add up, rates and temperatures do not. Where neither says, a person must.
 */
export type Comparable = {
  readonly place: Column
  /** The day its codes and names are of; null: not said. */
  readonly placeDay: Day | null
  readonly figures: readonly { readonly column: Column; readonly measure: Measure | null }[]
  /** Headed as units of a lower level, though they were not read as places: a row that names one is of a part. [DAT-87] */
  readonly finer: Column | null
  /** Null: a place comes once. */
  readonly time: Column | null
}

/** A heading that names places, and is not just any code. */
const isPlaceNamed = (column: Column, isMarked: boolean): boolean => {
  const hint = placeHint(column, isMarked)
  return column.notPlace !== true && hint !== null && (hint.level !== null || !hint.isCode)
}
const isCode = (column: Column): boolean => placeHint(column)?.isCode === true

/**
 * Of a row that names a commune and its province the figure is of the commune. A heading of another level than its texts
 * («Tỉnh lỵ», towns) says something about the unit of the row; it is not that unit. [DAT-70]
 */
function finest(said: readonly Column[]): readonly Column[] {
  const own = said.filter((column) => {
    const hint = placeHint(column)
    return hint !== null && (hint.level === null || hint.level === column.place?.level)
  })
  const all = own.length > 0 ? own : said
  const level = levels.findLast((one) => all.some(({ place }) => place?.level === one))
  return level === undefined ? all : all.filter(({ place }) => place?.level === level)
}

function finerThan(place: Column, columns: readonly Column[], isMarked: boolean): Column | null {
  const own = levels.indexOf(place.place?.level ?? placeHint(place, isMarked)?.level ?? 'province')
  const isFiner = (column: Column): boolean => {
    const level = column.role === undefined && column.notPlace !== true ? unitsNamed(column, isMarked) : null
    return level !== null && levels.indexOf(level) > own && (column.type === 'text' || placeHint(column, isMarked)?.isCode === true)
  }
  return columns.find(isFiner) ?? null
}

/** A number that says how much: no year, code or ordinal, and no coordinate. [DAT-84] */
export function isFigure(columns: readonly Column[], column: Column): boolean {
  if ((column.type !== 'integer' && column.type !== 'decimal') || column.role !== undefined) return false
  const isMarked = areMarked(columns)
  // a month, a quarter and a year are whole; decimals below more than that bare word are of something
  const isTime = (column.type === 'integer' || !column.name.includes('_')) && timeNamed(column, isMarked)
  return !isName(column, isMarked) && !isTime && pairOf(columns)?.includes(column.name) !== true
}

/** The level of its units: as they were read, else as their heading says. @returns null: neither says */
const levelOf = ({ place }: Pick<Comparable, 'place'>): Level | null => place.place?.level ?? placeHint(place)?.level ?? null

export const isOfProvinces = (of: Pick<Comparable, 'place'>): boolean => (levelOf(of) ?? 'province') === 'province'

/** A map of provinces is shaded by figures of theirs alone: those of a district or a commune are of a part. [DAT-70] [DAT-101] */
export const shadesProvinces = ({ place }: Comparable): boolean => (place.place?.level ?? 'province') === 'province'

const isMoment = (one: Column): boolean => (one.type === 'day' || one.type === 'instant' || one.type === 'period') && !isOfRecord(one)

/** @returns null: nothing here is of places */
export function comparable(columns: readonly Column[]): Comparable | null {
  const isMarked = areMarked(columns)
  const said = columns.filter(({ role }) => role === 'place')
  const named = said.length > 0 ? said : columns.filter((one) => one.type === 'text' && isPlaceNamed(one, isMarked))
  const own = said.length > 0 ? finest(said) : named
  const place = own.find(isCode) ?? own[0]
  const figures = columns
    .filter((column) => isFigure(columns, column))
    .map((column) => ({ column, measure: column.measure === undefined ? measureHint(column, isMarked) : column.measure }))
  if (place === undefined || figures.length === 0) return null
  const time =
    columns.find(({ role }) => role === 'year') ??
    columns.find((one) => isMoment(one) || (one.type === 'integer' && timeNamed(one, isMarked))) ??
    null
  return {
    place,
    finer: finerThan(place, columns, isMarked),
    placeDay: place.place === undefined ? null : parseDay(place.place.on),
    figures,
    time,
  }
}
