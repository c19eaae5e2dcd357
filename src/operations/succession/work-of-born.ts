import type { Day } from '../../kernel/period/day.ts'
import type { Move, OpenTask, Source, StoredPlan, SuccessionPorts } from './ports.ts'

/** Open work that is led by a body which a committed plan made, with the bodies that one came of: to one of them it goes when the plan is undone. [ORG-22] */
type BornWork = { readonly task: OpenTask; readonly sources: readonly string[] }

/** More than this is not undone at once: what is left is refused as work with nobody. */
export const MOST_BACK = 1000

export async function workOfBorn(ports: SuccessionPorts, plan: StoredPlan): Promise<readonly BornWork[]> {
  const sources = sourcesOfBorn(plan)
  const open = await ports.successions.openOf(plan.id, [...sources.keys()], null, MOST_BACK)
  return open.map((task) => ({ task, sources: [...(sources.get(task.lead) ?? [])] }))
}

/** The bodies that a committed plan made, each with those it came of. */
function sourcesOfBorn(plan: StoredPlan): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, ReadonlySet<string>>()
  for (const part of plan.state === 'committed' ? plan.parts : [])
    for (const heir of part.to) if (heir.isNew) sources.set(heir.id, new Set([...(sources.get(heir.id) ?? []), ...part.from]))
  return sources
}

/** To whom the help of a body that the plan made goes back: to all it came of, since nobody says which of them had it. [ORG-22] */
export async function helpBack(ports: SuccessionPorts, plan: StoredPlan, on: Day): Promise<readonly Source[]> {
  const names = new Map((await ports.successions.namesOn(on)).map((one) => [one.body, one.name]))
  return [...sourcesOfBorn(plan)].flatMap(([body, sources]) => [...sources].map((to) => ({ body, to, name: names.get(to) ?? to })))
}

type Said = readonly { readonly task: string; readonly to: string }[]

/** To the only source, or to the one among several that a person said; what nobody said is left out. */
export async function movesBack(ports: SuccessionPorts, born: readonly BornWork[], said: Said, on: Day): Promise<readonly Move[]> {
  if (born.length === 0) return []
  const names = new Map((await ports.successions.namesOn(on)).map((one) => [one.body, one.name]))
  return born.flatMap(({ task, sources }) => {
    const chosen = said.find((one) => one.task === task.id && sources.includes(one.to))?.to
    const to = sources.length === 1 ? sources[0] : chosen
    return to === undefined ? [] : [{ task: task.id, to, name: names.get(to) ?? to }]
  })
}
