import type { Day } from '../../kernel/period/day.ts'
import type { Level, Place } from '../../kernel/place/place.ts'
import type { Link } from '../../kernel/place/succession.ts'

export type Parent = { readonly id: string; readonly name: string; readonly code: string }

/** A place with the units above it, nearest first, as they were on the day asked about. */
export type StoredPlace = Place & {
  readonly basis: string
  readonly certainty: string
  readonly above: readonly Parent[]
  readonly otherCodes: readonly string[]
}

export type Outline = {
  readonly place: string
  readonly name: string
  readonly kind: 'province' | 'archipelago'
  readonly geometry: unknown
}

export interface PlacePorts {
  readonly places: {
    /** Places that may be meant: by code, by folded name or its beginning; by likeness only when those give none. At most 200. */
    candidates(given: {
      readonly code: string | null
      readonly folded: string
      readonly on: Day
      /** True: not by likeness, which costs a walk over all names. */
      readonly exact?: boolean
    }): Promise<readonly StoredPlace[]>
    /** Places of just that code or folded name that hold on other days, not on this one. At most 200. */
    elsewhen(given: { readonly code: string | null; readonly folded: string; readonly on: Day }): Promise<readonly StoredPlace[]>
    /** The province, on that day, in whose outline the point lies. Degrees, WGS 84. */
    atPoint(longitude: number, latitude: number, on: Day): Promise<readonly StoredPlace[]>
    get(id: string, on: Day): Promise<StoredPlace | null>
    list(filter: {
      readonly parent: string | null
      readonly level: Level | null
      readonly on: Day
      readonly after: string | null
      readonly limit: number
    }): Promise<{
      readonly items: readonly StoredPlace[]
      readonly next: string | null
    }>
    /** Every link reached from it in that direction, and every version they lead to. */
    reach(id: string, direction: 'forward' | 'back'): Promise<{ readonly links: readonly Link[]; readonly places: readonly StoredPlace[] }>
    outlines(on: Day): Promise<readonly Outline[]>
  }
}
