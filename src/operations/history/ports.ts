/** One change, as an operation says it. The store adds who, for whom, when, and the chain. */
export type Change = {
  /** `document`, `task`, `calendar-day` … */
  readonly entity: string
  readonly id: string
  /** What was done: `received`, `corrected`, `confirmed`, `assigned` … past tense, permanent. */
  readonly verb: string
  /** The change as a value: mostly `{field: [before, after]}`. No personal values: they live outside the chain. */
  readonly change: object
  readonly onBehalfOf?: string
}

export type Entry = {
  /** Position in the chain, from 1, without gaps; as decimal text because it outgrows a JSON number. */
  readonly seq: string
  readonly at: string
  readonly actor: string
  /** As he is called now; the id itself when he is no person, or was erased. */
  readonly actorName: string
  readonly onBehalfOf: string | null
  readonly onBehalfOfName: string | null
  readonly entity: string
  readonly id: string
  readonly verb: string
  readonly change: unknown
  readonly hash: string
}

export type HistoryFilter = {
  readonly entity: string | null
  readonly id: string | null
  readonly before: string | null
  readonly limit: number
}

export interface HistoryPorts {
  readonly history: {
    /** Collected now, written last before commit under the chain lock; one command may record several changes. */
    record(change: Change): void
    /** Newest first; `before` is the `seq` of the last entry of the page before. */
    list(filter: HistoryFilter): Promise<{ readonly items: readonly Entry[]; readonly next: string | null }>
    /** Walks the chain from its first entry. @cost one pass over the table, in slices */
    verify(): Promise<{
      readonly ok: boolean
      readonly entries: string
      readonly head: string | null
      readonly broken: { readonly seq: string; readonly reason: string } | null
    }>
  }
}
