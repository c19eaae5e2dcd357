import type { Folded } from '../../kernel/organisation/match.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { Span } from '../../kernel/period/span.ts'
import type { Link } from '../../kernel/place/succession.ts'

export type StoredOrganisation = Span & {
  readonly id: string
  readonly kind: 'internal' | 'ministry' | 'locality' | 'business' | 'group'
  /** bo, so, province, district, commune …: what classes of bodies are made of. */
  readonly rank: string
  /** The province whose body it is; empty: of the state. */
  readonly of: string
  /** As it was called on the day asked about, or at its end. */
  readonly name: string
  readonly abbreviation: string
  /** The same, for matching. */
  readonly folded: Folded
  readonly names: readonly (Span & { readonly name: string; readonly abbreviation: string; readonly folded: Folded })[]
  readonly basis: string
  readonly certainty: string
}

/** A link with the functions or the territory that went that way; empty: all. */
export type ScopedLink = Link & { readonly scope: string; readonly at: string }

export interface OrganisationPorts {
  readonly organisations: {
    /** From here to the end of the transaction no succession is committed or undone; those committed before are seen. [TSK-45] */
    steady(): Promise<void>
    /** Every body there on that day, those of this node's own locality first: a few hundred. */
    candidates(on: Day): Promise<readonly StoredOrganisation[]>
    /** Every body that is there on other days, not on this one, as it was last called. */
    elsewhen(on: Day): Promise<readonly StoredOrganisation[]>
    get(id: string, on: Day): Promise<StoredOrganisation | null>
    /** Who holds the work of a body on that day: itself, its heir, or null, nobody by default. [ORG-7] */
    holder(id: string, on: Day): Promise<string | null>
    /** Whether it is the locality's committee or its office that day. [ACC-23] */
    isCentre(id: string, on: Day): Promise<boolean>
    list(filter: {
      readonly of: string | null
      readonly rank: string | null
      readonly on: Day
      readonly after: string | null
      readonly limit: number
    }): Promise<{
      readonly items: readonly StoredOrganisation[]
      readonly next: string | null
    }>
    /** What leads from a body or to it, and every body on the way, itself too, as it ends; of one with several lives that of the day. */
    reach(
      id: string,
      direction: 'forward' | 'back',
      on: Day,
    ): Promise<{ readonly links: readonly ScopedLink[]; readonly organisations: readonly StoredOrganisation[] }>
  }
}
