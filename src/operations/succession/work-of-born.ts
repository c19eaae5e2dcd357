import type { Day } from '../../kernel/period/day.ts'
import { holdsOn } from '../../kernel/period/span.ts'
import type { Move, OpenTask, Source, StoredPlan, SuccessionPorts } from './ports.ts'

/** Open work that is led by a body which a committed plan made, with the bodies that one came of: to one of them it goes when the plan is undone. [ORG-22] */
type BornWork = { readonly task: OpenTask; readonly sources: readonly string[] }

/** What is shown, and chosen one by one, at once; the rest goes as is said of its body. [ORG-23] */
export const MOST_SAID = 1000
/** Undoing takes all of it: no body of a province leads more. */
export const EVERYTHING = 1_000_000

export async function workOfBorn(ports: SuccessionPorts, plan: StoredPlan, limit: number): Promise<readonly BornWork[]> {
  const sources = sourcesOfBorn(plan)
  const open = await ports.successions.openOf(plan.id, [...sources.keys()], null, limit)
  return open.map((task) => ({ task, sources: [...(sources.get(task.lead) ?? [])] }))
}

type Born = { readonly body: string; readonly name: string; readonly count: number; readonly sources: readonly string[] }

/** The bodies that a committed plan made and that lead open work, with how much. */
export async function bornLeading(ports: SuccessionPorts, plan: StoredPlan): Promise<readonly Born[]> {
  const sources = sourcesOfBorn(plan)
  if (sources.size === 0) return []
  const names = new Map(plan.parts.flatMap((part) => part.to.map((heir) => [heir.id, heir.name] as const)))
  return (await ports.successions.openByLead()).flatMap(({ organisation, count }) => {
    const own = organisation === null ? undefined : sources.get(organisation)
    return organisation === null || own === undefined
      ? []
      : [{ body: organisation, name: names.get(organisation) ?? organisation, count, sources: [...own] }]
  })
}

/** The bodies that a committed plan made, each with those it came of. */
function sourcesOfBorn(plan: StoredPlan): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, ReadonlySet<string>>()
  for (const part of plan.state === 'committed' ? plan.parts : [])
    for (const heir of part.to) if (heir.isNew) sources.set(heir.id, new Set([...(sources.get(heir.id) ?? []), ...part.from]))
  return sources
}

export type Names = ReadonlyMap<string, string>

/** What bodies are called on the day a plan is undone. */
export const namesBack = async (ports: SuccessionPorts, on: Day): Promise<Names> =>
  new Map((await ports.successions.namesFrom(on)).filter((one) => holdsOn(one, on)).map((one) => [one.body, one.name]))

/** To whom the help of a body that the plan made goes back: to all it came of, since nobody says which of them had it. [ORG-22] */
export const helpBack = (plan: StoredPlan, names: Names): readonly Source[] =>
  [...sourcesOfBorn(plan)].flatMap(([body, sources]) => [...sources].map((to) => ({ body, to, name: names.get(to) ?? to })))

/** Where a person said that single tasks go, and where all else of a body goes. */
export type Said = {
  readonly back: readonly { readonly task: string; readonly to: string }[]
  readonly rest: readonly { readonly body: string; readonly to: string }[]
}

/**
 * To the only source, or to the one among several that a person said of the task, or of all else of the body; what nobody said
 * is left out. [ORG-23]
 */
export function movesBack(born: readonly BornWork[], said: Said, names: Names): readonly Move[] {
  const byTask = new Map(said.back.map((one) => [one.task, one.to]))
  const byBody = new Map(said.rest.map((one) => [one.body, one.to]))
  return born.flatMap(({ task, sources }) => {
    const only = sources.length === 1 ? sources[0] : undefined
    const to = only ?? [byTask.get(task.id), byBody.get(task.lead)].find((one) => one !== undefined && sources.includes(one))
    return to === undefined ? [] : [{ task: task.id, to, name: names.get(to) ?? to }]
  })
}
