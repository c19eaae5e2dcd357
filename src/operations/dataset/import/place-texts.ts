import { codeLengths } from '../../../kernel/dataset/understanding/role.ts'
import type { Day } from '../../../kernel/period/day.ts'
import { type Level, levels } from '../../../kernel/place/place.ts'
import type { PlacePorts, StoredPlace } from '../../place/ports.ts'
import { placesNamed } from '../../place/resolve-place.ts'

/** What the texts of a column mean in the register on a day: names, or codes of a level. [DAT-20] */

/** How many texts mean something of each level. */
export async function levelCounts(ports: PlacePorts, texts: readonly string[], on: Day): Promise<readonly (readonly [Level, number])[]> {
  const counts = new Map<Level, number>()
  for (const text of texts) {
    // a name is looked for once for all levels; a code is another in each
    const named = isCode(text) ? [] : await placesNamed(ports, text, on)
    const met = new Set<Level>(named.map(({ level }) => level))
    if (isCode(text)) for (const level of levels) if ((await placesOf(ports, text, level, on)).length > 0) met.add(level)
    for (const level of met) counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return levels.flatMap((level) => (counts.has(level) ? [[level, counts.get(level) ?? 0] as const] : []))
}

export const isCode = (text: string): boolean => /^\d{1,5}$/.test(text)

/** Units of that level that a text means: a code with the zeros a program took from it, or a name. */
export async function placesOf(ports: PlacePorts, text: string, level: Level, on: Day): Promise<readonly StoredPlace[]> {
  if (isCode(text) && text.length > codeLengths[level]) return []
  const named = await placesNamed(ports, isCode(text) ? text.padStart(codeLengths[level], '0') : text, on)
  return named.filter((place) => place.level === level)
}

/** «01», «P1», «Q. 3»: figures that put in order, and may be quarters, rooms or products as well as places. */
export const isMark = (text: string): boolean => /^\p{L}{0,2}\.?\s?\d{1,5}$/u.test(text)
