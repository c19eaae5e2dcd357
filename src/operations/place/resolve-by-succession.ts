import type { Day } from '../../kernel/period/day.ts'
import type { Matched } from '../../kernel/place/match.ts'
import { follow } from '../../kernel/place/succession.ts'
import type { PlacePorts, StoredPlace } from './ports.ts'

export type Found = { readonly place: StoredPlace; readonly matched: Matched }

/** A common name of old («Phường 1») was borne by a hundred units; nobody reads on after these. */
const MOST_NAMED = 20

/**
 * Who holds, on the day, the territory of units that bore the name on other days: «Quảng Nam» in 2026 is in Đà Nẵng. [PLA-13]
 * Without it a name of yesterday was taken for a slip of another's: Quảng Ngãi.
 *
 * @param named units that do not hold on that day
 */
export async function bySuccession(ports: PlacePorts, named: readonly StoredPlace[], on: Day): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const unit of named.slice(0, MOST_NAMED)) {
    const direction = unit.to !== null && unit.to <= on ? 'forward' : 'back'
    const { links, places } = await ports.places.reach(unit.id, direction)
    const byId = new Map([unit, ...places].map((place) => [place.id, place]))
    for (const holder of follow(unit.id, links, byId, on, direction)) {
      const place = await ports.places.get(holder.id, on)
      if (place !== null) found.push({ place, matched: { by: 'succession', corrected: unit.fullName } })
    }
  }
  return found
}
