import type { Texts } from '../../../kernel/dataset/understanding/reading.ts'
import type { Day } from '../../../kernel/period/day.ts'
import { type Level, levels } from '../../../kernel/place/place.ts'
import type { PlacePorts } from '../../place/ports.ts'
import { placesNamed } from '../../place/resolve-place.ts'
import { isMark, placesOf } from './place-texts.ts'

/**
 * Codes under a heading that says only «Mã» are codes of anything: small numbers are provinces as well as products. They are those
 * of places where names in the same rows are of the same units. [DAT-81]
 *
 * Rows are not kept: a code and a name belong together where they come first on the same line.
 */
type Pair = { readonly code: string; readonly name: string }
type When = { readonly on: Day }

const MOST = 100
const FEWEST = 3
const AGREE = 0.9

export async function codesBeside<W extends When>(
  ports: PlacePorts,
  codes: Texts,
  columns: readonly Texts[],
  days: readonly W[],
): Promise<(W & { readonly level: Level }) | null> {
  for (const beside of columns) {
    const pairs = beside === codes ? [] : pairsOf(codes, beside)
    // most of the codes must have a name
    if (pairs.length < FEWEST || pairs.length * 2 < codes.texts.size) continue
    const sample = spread(pairs)
    for (const day of days)
      for (const level of levels) if ((await agreeing(ports, sample, level, day.on)) >= sample.length * AGREE) return { ...day, level }
  }
  return null
}

/** Whether names in the same rows are of other units of that level: the codes are somebody's own numbers. */
export async function areOthersBeside(
  ports: PlacePorts,
  codes: Texts,
  columns: readonly Texts[],
  { level, on }: { readonly level: Level; readonly on: Day },
): Promise<boolean> {
  for (const beside of columns) {
    const pairs = beside === codes ? [] : pairsOf(codes, beside)
    const sample = spread(pairs)
    if (sample.length < FEWEST || pairs.length * 2 < codes.texts.size) continue
    let named = 0
    let alike = 0
    for (const { code, name } of sample) {
      const units = (await placesNamed(ports, name, on)).filter((place) => place.level === level)
      const coded = units.length === 0 ? [] : await placesOf(ports, code, level, on)
      if (units.length > 0) named += 1
      if (coded.some(({ id }) => units.some((one) => one.id === id))) alike += 1
    }
    if (named >= sample.length * AGREE && alike * 2 < named) return true
  }
  return false
}

/** From all over the file: lists begin with what is not like the others. */
const spread = <T>(all: readonly T[]): readonly T[] => all.filter((_, i) => i % Math.max(1, Math.ceil(all.length / MOST)) === 0)

function pairsOf(codes: Texts, beside: Texts): readonly Pair[] {
  const names = new Map([...beside.texts].flatMap(([name, { at }]) => (isMark(name) ? [] : [[at, name] as const])))
  return [...codes.texts].flatMap(([code, { at }]) => {
    const name = names.get(at)
    return name === undefined ? [] : [{ code, name }]
  })
}

/** How many pairs are of one unit. Ends where they can no longer be most. */
async function agreeing(ports: PlacePorts, pairs: readonly Pair[], level: Level, on: Day): Promise<number> {
  let n = 0
  let others = 0
  for (const { code, name } of pairs) {
    const coded = await placesOf(ports, code, level, on)
    const named = coded.length === 0 ? [] : await placesNamed(ports, name, on)
    if (coded.some(({ id }) => named.some((one) => one.id === id))) n += 1
    else others += 1
    if (others > pairs.length * (1 - AGREE)) return 0
  }
  return n
}
