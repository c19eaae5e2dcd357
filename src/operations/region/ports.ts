import type { Day } from '../../kernel/period/day.ts'

export type Region = {
  readonly id: string
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  readonly basis: string
  readonly certainty: string
  readonly members: readonly { readonly place: string; readonly name: string; readonly code: string }[]
}

export interface RegionPorts {
  readonly regions: {
    list(on: Day): Promise<readonly Region[]>
    /** What the list of that day lacks: a region known before and after it only; a member whose code no province bears then. */
    gaps(on: Day): Promise<{ readonly betweenLists: boolean; readonly memberEnded: boolean }>
  }
}
