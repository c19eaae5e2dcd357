import type { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import type { Result } from '../../base/result.ts'
import type { organisationMatch } from './views.ts'

type Match = z.infer<typeof organisationMatch>
type Resolve = (asked: { readonly q: string; readonly limit: number }) => Promise<Result<{ readonly items: readonly Match[] }, Refusal>>

/** A body as it is typed: by name or abbreviation, where that means exactly one. `null`: none was typed; `unknown`: not one. */
export async function bodyNamed(resolve: Resolve, typed: string): Promise<{ readonly id: string | null } | 'unknown'> {
  const q = typed.trim()
  if (q === '') return { id: null }
  const found = await resolve({ q: q.slice(0, 200), limit: 5 })
  if (!found.ok) return 'unknown'
  const named = found.value.items.filter(({ matched }) => matched.by !== 'slip')
  const exact = named.filter(({ name }) => name.toLowerCase() === q.toLowerCase())
  const [one, other] = exact.length > 0 ? exact : named
  return one === undefined || other !== undefined ? 'unknown' : { id: one.id }
}
