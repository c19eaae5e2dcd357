import type { Refusal } from '../base/refusals.ts'
import type { HistoryPorts } from './history/ports.ts'

/** The refusal for a change made on a version that is no longer current: says who changed it and when. */
export async function stale(ports: HistoryPorts, entity: string, id: string): Promise<Refusal> {
  const [last] = (await ports.history.list({ entity, id, before: null, limit: 1 })).items
  // nobody has changed it since it came: the version given is one of its future
  if (last === undefined) return { code: 'version-unknown' }
  return { code: 'changed-meanwhile', data: { by: last.actorName, at: spoken(last.at) } }
}

/** `2026-11-25T23:38:00+07:00` → `23:38 25/11/2026`; instants come from the database in Vietnamese time. */
const spoken = (at: string): string => `${at.slice(11, 16)} ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`
