import { organisationResolve } from '../../../../operations/organisation/resolve-organisation.ts'
import type { Asked } from '../../page.ts'

/** A body as it is typed: by name or abbreviation, where that means exactly one. `null`: none was typed; `unknown`: not one. */
export async function custodianTyped(asked: Asked, typed: string): Promise<{ readonly id: string | null } | 'unknown'> {
  const q = typed.trim()
  if (q === '') return { id: null }
  const found = await asked.ask(organisationResolve, { q: q.slice(0, 200), limit: 5 })
  if (!found.ok) return 'unknown'
  const named = found.value.items.filter(({ matched }) => matched.by !== 'slip')
  const exact = named.filter(({ name }) => name.toLowerCase() === q.toLowerCase())
  const [one, other] = exact.length > 0 ? exact : named
  return one === undefined || other !== undefined ? 'unknown' : { id: one.id }
}
