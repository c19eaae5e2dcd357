import type { Word } from './pdf-lines.ts'

/** Tables of a PDF by the rules drawn around their cells: what no rule divides is one cell, and is said in each row it spans. [DOC-8] */
export type Rule = { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number }
export type Table = {
  readonly top: number
  readonly bottom: number
  readonly rows: readonly (readonly string[])[]
  readonly words: ReadonlySet<Word>
}

const NEAR = 3
const MOST_RULES = 6_000

const isFlat = (rule: Rule): boolean => rule.y2 - rule.y1 < NEAR
const touches = (a: Rule, b: Rule): boolean => a.x1 - NEAR <= b.x2 && b.x1 - NEAR <= a.x2 && a.y1 - NEAR <= b.y2 && b.y1 - NEAR <= a.y2

export function tablesIn(rules: readonly Rule[], words: readonly Word[], lineOf: (words: readonly Word[]) => string): readonly Table[] {
  if (rules.length > MOST_RULES) return []
  return groupsOf(rules).flatMap((group) => {
    const xs = distinct(group.filter((rule) => !isFlat(rule)).flatMap((rule) => [rule.x1]))
    const ys = distinct(group.filter(isFlat).flatMap((rule) => [rule.y1])).reverse()
    if (xs.length < 3 || ys.length < 3) return []
    return [gridOf(group, xs, ys, words, lineOf)]
  })
}

/** Rules that touch one another, directly or through others. */
function groupsOf(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const groups: Rule[][] = []
  for (const rule of [...rules].sort((a, b) => b.y2 - a.y2)) {
    const met = groups.filter((group) => group.some((one) => touches(one, rule)))
    const [first] = met
    if (first === undefined) groups.push([rule])
    else {
      first.push(rule)
      for (const other of met.slice(1)) {
        first.push(...other)
        groups.splice(groups.indexOf(other), 1)
      }
    }
  }
  return groups
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value)
  return found
}

function gridOf(
  rules: readonly Rule[],
  xs: readonly number[],
  ys: readonly number[],
  words: readonly Word[],
  lineOf: (words: readonly Word[]) => string,
): Table {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0]
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0]
  const at = (list: readonly number[], i: number): number => list[i] ?? 0
  const isRuledAbove = (r: number, c: number): boolean => {
    const [x, y] = [(at(xs, c) + at(xs, c + 1)) / 2, at(ys, r)]
    return rules.some((rule) => isFlat(rule) && Math.abs(rule.y1 - y) < NEAR + 1 && rule.x1 - NEAR < x && x < rule.x2 + NEAR)
  }
  const isRuledLeft = (r: number, c: number): boolean => {
    const [x, y] = [at(xs, c), (at(ys, r) + at(ys, r + 1)) / 2]
    return rules.some((rule) => !isFlat(rule) && Math.abs(rule.x1 - x) < NEAR + 1 && rule.y1 - NEAR < y && y < rule.y2 + NEAR)
  }
  // each cell belongs to the first of those it is not divided from
  const home: number[] = []
  for (let r = 0; r < rows; r += 1)
    for (let c = 0; c < columns; c += 1) {
      const here = r * columns + c
      home[here] =
        r > 0 && !isRuledAbove(r, c) ? (home[here - columns] ?? here) : c > 0 && !isRuledLeft(r, c) ? (home[here - 1] ?? here) : here
    }
  const inCell = new Map<number, Word[]>()
  const taken = new Set<Word>()
  for (const word of words) {
    const [x, y] = [word.x + Math.min(word.width, word.size) / 2, word.y + word.size * 0.3]
    if (x < left || x > right || y > top || y < bottom) continue
    const c = Math.min(
      columns - 1,
      xs.findLastIndex((edge) => edge <= x),
    )
    const r = Math.min(
      rows - 1,
      ys.findLastIndex((edge) => edge >= y),
    )
    if (c < 0 || r < 0) continue
    taken.add(word)
    const cell = home[r * columns + c] ?? 0
    inCell.set(cell, [...(inCell.get(cell) ?? []), word])
  }
  const texts = new Map([...inCell].map(([cell, held]) => [cell, lineOf(held)]))
  const isSaidHere = (r: number, c: number): boolean => {
    // joined to the left: said once a row; joined to above: said again
    const cell = home[r * columns + c] ?? 0
    return c === 0 || home[r * columns + c - 1] !== cell
  }
  return {
    top,
    bottom,
    words: taken,
    rows: Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => (isSaidHere(r, c) ? (texts.get(home[r * columns + c] ?? 0) ?? '') : '')),
    ).filter((row) => row.some((cell) => cell !== '')),
  }
}
