import type { Settled } from '../../../kernel/dataset/cell/column.ts'
import type { PlaceMiss, PlaceRead } from '../../../kernel/dataset/understanding/reading.ts'
import type { PlacePorts, StoredPlace } from '../../place/ports.ts'
import { placesLike } from '../../place/resolve-place.ts'
import { placesOf } from './place-texts.ts'

type Missed = Pick<PlaceMiss, 'why' | 'candidates'>
type Of = Pick<PlaceRead, 'level' | 'on'> & { readonly province?: string | null | undefined }

/** The unit that a text means; where a person settled it, also why he was asked. */
export type PlaceMet = { readonly id: string; readonly asked?: Missed | undefined } | Missed

const CANDIDATES = 4

/**
 * Reads the texts of one column, each once.
 *
 * @param settled what people chose for texts that are no unit, or several; of one text the last that lies in the unit above it counts
 */
export function placeReader(of: Of, settled: readonly Settled[] = []) {
  const known = new Map<string, PlaceMet>()
  const chosen = Map.groupBy(settled, ({ value }) => value.trim())
  const keyOf = (text: string, above: string | null): string => `${text}\n${above ?? ''}`
  return {
    known: (text: string, above: string | null): PlaceMet | undefined => known.get(keyOf(text.trim(), above)),
    /** @param above id of the unit it lies in; null: not known */
    async learn(ports: PlacePorts, given: string, above: string | null): Promise<PlaceMet> {
      const text = given.trim()
      const met = await meet(ports, text, of, above)
      const own = await chosenFor(ports, chosen.get(text) ?? [], of, met, above)
      const is = own === null ? met : { id: own.id, asked: 'id' in met ? undefined : { ...met, candidates: withOne(met.candidates, own) } }
      known.set(keyOf(text, above), is)
      return is
    },
  }
}

/** A name that was settled in one province says nothing of the unit that bears it in another. [DAT-116] */
async function chosenFor(
  ports: PlacePorts,
  said: readonly Settled[],
  { on }: Of,
  met: PlaceMet,
  above: string | null,
): Promise<StoredPlace | null> {
  const places = (await Promise.all(said.map(({ place }) => ports.places.get(place, on)))).filter((place) => place !== null)
  if (above === null) return places.at(-1) ?? null
  const within = places.findLast((place) => place.above.some(({ id }) => id === above))
  // one that lies elsewhere was said of a row whose own province has none of that name
  return within ?? (!('id' in met) && met.why === 'unknown' && places.length === 1 ? (places[0] ?? null) : null)
}

type Candidates = Missed['candidates']
const withOne = (candidates: Candidates, own: StoredPlace): Candidates =>
  candidates.some(({ id }) => id === own.id) ? candidates : [candidate(own), ...candidates]

const candidate = (place: StoredPlace): Candidates[number] => ({
  id: place.id,
  name: place.above[0] === undefined ? place.fullName : `${place.fullName}, ${place.above[0].name}`,
  code: place.code,
})

async function meet(ports: PlacePorts, text: string, { level, on, province }: Of, above: string | null): Promise<PlaceMet> {
  const all = await placesOf(ports, text, level, on)
  const within = above === null ? all : all.filter((place) => place.above.some(({ id }) => id === above))
  const own = within.filter((place) => place.above.some(({ id }) => id === province))
  // of several units of one name that of the province is meant; one that lies elsewhere alone is that one
  const [one, more] = within.length > 1 && own.length > 0 ? own : within
  if (one !== undefined && more === undefined) return { id: one.id }
  const near =
    own.length > 0
      ? own
      : within.length > 0
        ? within
        : all.length > 0
          ? all
          : (await placesLike(ports, text, on, level)).map(({ place }) => place)
  return {
    why: within.length > 1 ? 'several' : 'unknown',
    candidates: near.slice(0, CANDIDATES).map(candidate),
  }
}
