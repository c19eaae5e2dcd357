import type { RulesOfTask } from '../../kernel/directive/directive.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { Lateness } from '../../kernel/task/lateness.ts'
import type { Fact, Holders, Made, Standing } from '../../kernel/task/life.ts'
import type { Occurrence } from '../../kernel/task/recurrence.ts'
import type { DueFact, Every, TaskKind, TaskOrigin, TaskState, Visibility } from '../../kernel/task/task.ts'
import type { AsOf, Narrowing } from '../board/ports.ts'
import type { BodyView, EventView, TaskRow, TaskView } from './views.ts'

/** The bodies a text names, by role. */
export type Named = {
  readonly lead: readonly BodyView[]
  readonly coLead: readonly BodyView[]
  readonly coordinating: readonly BodyView[]
  readonly recipients: readonly BodyView[]
}

export type TaskDraft = Named & {
  readonly document: string
  readonly parent: string | null
  readonly origin: TaskOrigin
  readonly state: TaskState
  readonly kind: TaskKind
  readonly title: string
  readonly quote: string
  readonly start: number | null
  readonly end: number | null
  readonly spans: TaskView['spans']
  readonly corrections: TaskView['corrections']
  /** Which rules of the grammar made it; absent: a person did. */
  readonly rules?: RulesOfTask
  readonly openClass: boolean
  readonly due: Omit<DueFact, 'recordedAt'>
  readonly every: Every | null
  readonly periodWords: string | null
  readonly check: string | null
  readonly unsure: string | null
}

/** What a person may correct before assignment. Absent: as it is. */
export type TaskChanges = Partial<Named> & {
  readonly title?: string
  readonly openClass?: boolean
  readonly due?: Omit<DueFact, 'recordedAt'>
  readonly every?: Every | null
  readonly periodWords?: string | null
  readonly kind?: TaskKind
  readonly state?: TaskState
  /** null: a person has chosen a reading. */
  readonly unsure?: string | null
  /** Among the tasks of its document; null: where its words stand. */
  readonly orderAt?: number | null
}

/** Which tasks, in which order, from where. A proposal has no class and no day; only its state, document and words choose it. */
export type TaskFilter = Narrowing &
  AsOf & {
    /** null: all that was given out. */
    readonly state: TaskState | null
    readonly kind: TaskKind | null
    readonly sort: 'due' | 'newest'
    readonly after: string | null
    readonly limit: number
  }

/** A task as an act finds it, locked until the command ends; a proposal too, so that the act says what is in its way. */
export type Life = {
  readonly id: string
  readonly version: number
  readonly standing: Standing
  readonly holders: Holders
  readonly leadName: string | null
  /** The holders as the directive names them, by the body they are. */
  readonly names: ReadonlyMap<string, string>
  /** Who holds a part and has nobody here. [TSK-56] */
  readonly absent: readonly { readonly organisation: string | null; readonly name: string }[]
  readonly every: Every | null
  /** Of recurring work; null: it is none, or has no day. */
  readonly occurrence: Occurrence | null
  /** The day on which the open claim says the work was finished. */
  readonly claimedDay: Day | null
}

export type NewEvent = {
  readonly kind: Fact
  readonly forPerson: string | null
  readonly forForm: string | null
  /** The body spoken for; null: the one that assigns. */
  readonly organisation: string | null
  /** Of a body outside the register for which this is recorded, its name. */
  readonly name?: string
  readonly percent: number | null
  readonly words: string | null
  readonly reason: string | null
  readonly day: Day | null
  readonly document: string | null
  readonly under: string | null
  readonly files: readonly { readonly sha256: string; readonly name: string }[]
}

export interface TaskLifePorts {
  readonly life: {
    /** Null when there is none, or none that he may see. `lock`: whoever else acts on it waits. */
    find(idOrCode: string, lock: boolean): Promise<Life | null>
    /** Appends the fact, changes the task, raises its version. @returns the id of the fact */
    add(life: Life, event: NewEvent, made: Made, on: Day): Promise<string>
    /** Ends the lead's term and begins another's, on that day. */
    lead(life: Life, body: { readonly organisation: string | null; readonly name: string }, on: Day): Promise<void>
    /** Makes the task and its parts public or internal. @returns the ids of those that were not so; each has a new version */
    show(task: string, to: Visibility): Promise<readonly string[]>
    /** Newest first; `before` is the id of the last one of the page before. */
    events(task: string, after: { readonly version: number } | null, before: string | null, limit: number): Promise<readonly EventView[]>
    /** Of documents as people name them, the slugs of those that are here and that he may see; of one number the newest. [TSK-39] */
    registered(named: readonly string[]): Promise<ReadonlyMap<string, string>>
    /** Of these sums, those of files that he put, or that are shown with something he may see, with what their bytes are. [TSK-25] */
    kept(sha256: readonly string[]): Promise<ReadonlyMap<string, string>>
  }
}

/** A page of a list; `total` counts what is on all pages. */
export type TaskPage = { readonly items: readonly TaskRow[]; readonly next: string | null; readonly total: number }

export interface TaskPorts {
  readonly tasks: {
    add(drafts: readonly TaskDraft[]): Promise<readonly string[]>
    get(idOrCode: string, on: Day): Promise<TaskView | null>
    ofDocument(document: string, on: Day): Promise<readonly TaskView[]>
    list(filter: TaskFilter): Promise<TaskPage>
    /** First pages of several lists of one day, in their order: whatever stands in more of them is read once. */
    lists(asOf: AsOf, filters: readonly Omit<TaskFilter, keyof AsOf>[]): Promise<readonly TaskPage[]>
    /** How many assigned tasks stand in each class on that day, and the leads that have any. */
    counts(
      asOf: AsOf,
    ): Promise<{ readonly byLateness: Readonly<Record<Lateness, number>>; readonly leads: readonly string[]; readonly total: number }>
    /** False when `version` is no longer the current one. */
    change(id: string, version: number, changes: TaskChanges): Promise<boolean>
    /** Gives the task its code and its holders; the state becomes `assigned`. */
    assign(id: string, version: number, on: Day): Promise<{ readonly code: string } | null>
  }
}
