import { ok } from '../../src/base/result.ts'
import { OPERATOR, type Who } from '../../src/kernel/access/who.ts'
import type { DatasetNode } from './dataset-node.ts'
import { got } from './entrance.ts'

/** People of bodies, as the second wall knows them. */
export const person = (n: number, role: 'steward' | 'specialist', organisation: string): Who => ({
  kind: 'person',
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name: `Người ${n}`,
  duties: [{ role, organisation, central: false, deputyFor: null }],
  bodies: [organisation],
})

/** They have accounts on a node that imports, and history has begun. */
export async function withPeople(node: DatasetNode, people: readonly Who[]): Promise<void> {
  got(
    await node.store.transaction(node.at(OPERATOR), 'command', async (ports) => {
      for (const { id, name } of people) await ports.people.add({ id, name: name ?? '', sample: false, login: id.slice(-1), email: null })
      ports.history.record({ entity: 'person', id: people[0]?.id ?? '', verb: 'added', change: {} })
      return ok(null)
    }),
  )
}
