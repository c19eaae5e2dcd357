import { cellText } from '../../../kernel/dataset/cell/cell.ts'
import { noteRows } from '../../../kernel/dataset/sheet/notes.ts'
import { adderOf, type Totals } from '../../../kernel/dataset/sheet/totals.ts'
import { rowsOver, type TextMeant, withoutOrdinal } from '../../../kernel/dataset/sheet/unit-totals.ts'
import type { Texts } from '../../../kernel/dataset/understanding/reading.ts'
import { levels } from '../../../kernel/place/place.ts'
import { isCode } from '../../../operations/dataset/import/place-texts.ts'
import type { PlaceWay } from '../../../operations/dataset/import/read-places.ts'
import { placesNamed } from '../../../operations/place/resolve-place.ts'
import type { Source } from '../formats/source.ts'
import { rests } from '../rests.ts'
import { fromRegister } from './place-cells.ts'
import type { Deps } from './working.ts'

type Over = ReturnType<typeof rowsOver>
type Looked = {
  readonly source: Source
  readonly names: readonly string[]
  readonly texts: readonly Texts[]
  /** Rows that add up others by what they are called are none of these. */
  readonly totals: Totals | null
  /** Rows that are looked at. */
  readonly most: number
}

/**
 * Rows of units of a level above that of their column, over those they hold. The rows are gone through once more only where a
 * column has the name of such a unit. [DAT-65]
 *
 * @returns of the first column that has some; null: none has
 */
export async function unitsOver(deps: Deps, ways: readonly PlaceWay[], looked: Looked): Promise<Over> {
  for (const way of ways) {
    if (way.level === 'province') continue
    const meant = new Map<string, TextMeant | null>()
    for (const text of looked.texts.find(({ name }) => name === way.column)?.texts.keys() ?? []) {
      const key = text.trim().normalize('NFC')
      meant.set(key, await meantIn(deps, key, way))
    }
    const isMixed = [...meant.values()].some((is) => is !== null && is.over > 0)
    const over = isMixed ? rowsOver(way.column, await textsOf(looked, way.column), (text) => meant.get(text) ?? null) : null
    if (over !== null) return over
  }
  return null
}

/** A name that a unit of the level of the column bears is that one, whatever bears it above. */
async function meantIn(deps: Deps, text: string, { level, on }: PlaceWay): Promise<TextMeant | null> {
  if (text === '' || isCode(text)) return null
  const own = levels.indexOf(level)
  const found = await fromRegister(deps, (ports) => placesNamed(ports, withoutOrdinal(text), on))
  const ranks = found.map((place) => levels.indexOf(place.level)).filter((rank) => rank <= own)
  if (ranks.length === 0) return null
  const rank = Math.max(...ranks)
  const units = found.filter((place) => levels.indexOf(place.level) === rank)
  return { over: own - rank, units: units.map(({ id, above }) => ({ id, above: above.map((one) => one.id) })) }
}

async function textsOf({ source, names, totals, most }: Looked, column: string): Promise<readonly { at: number; text: string }[]> {
  const found: { at: number; text: string }[] = []
  const noteOf = noteRows(source.head)
  const addsUp = adderOf(totals, names)
  const at = names.indexOf(column)
  const rest = rests()
  let seen = 0
  for await (const { rows } of source.pieces()) {
    for (const row of rows) {
      if (rest.isDue()) await rest.take()
      if (noteOf(row) !== null || row.bad !== null || row.cells.length !== names.length || addsUp(row)) continue
      found.push({
        at: row.at,
        text: cellText(row.cells[at] ?? '')
          .trim()
          .normalize('NFC'),
      })
    }
    seen += rows.length
    if (seen >= most) break
  }
  return found
}
