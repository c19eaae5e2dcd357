import type { Fact } from '../../kernel/task/life.ts'

/** One thing said about a task, with the task it is about. */
export type FeedItem = {
  readonly id: string
  readonly kind: Fact
  readonly at: string
  readonly on: string
  readonly actor: string
  readonly organisation: string | null
  readonly percent: number | null
  readonly words: string | null
  readonly day: string | null
  readonly task: { readonly id: string; readonly code: string; readonly title: string; readonly lead: string | null }
}

export interface FeedPorts {
  readonly feed: {
    /** Newest first, of the tasks that whoever asks may see; `before` is the id of the last one of the page before. */
    newest(before: string | null, limit: number): Promise<readonly FeedItem[]>
  }
}
