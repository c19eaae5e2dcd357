import type { Refusal } from '../base/refusals.ts'
import type { HistoryPorts } from './history/ports.ts'

/** The refusal for a change made on a version that is no longer current: says who changed it and when. */
export async function stale(ports: HistoryPorts, entity: string, id: string): Promise<Refusal> {
  const [last] = (await ports.history.list({ entity, id, before: null, limit: 1 })).items
  return { code: 'changed-meanwhile', data: { by: last?.actor ?? '—', at: last?.at.slice(0, 16).replace('T', ' ') ?? '—' } }
}
