import type { Refusal } from '../../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../../base/result.ts'
import { type PartKind, partKinds } from '../../../../kernel/organisation/plan.ts'
import { REST } from '../../../../kernel/organisation/scope.ts'
import { organisationResolve } from '../../../../operations/organisation/resolve-organisation.ts'
import type { PartInput } from '../../../../operations/succession/views.ts'
import { lines } from '../../form.ts'
import type { Asked, Form } from '../../page.ts'

/** A part as it was typed: a body a line; behind a colon the functions it takes, in brackets the abbreviation of a new one. */
export type TypedPart = { readonly kind: string; readonly from: string; readonly to: string }

export const typedPart = (form: Form): TypedPart => ({ kind: form.text('loai'), from: form.text('tu'), to: form.text('ve') })
export const blankPart: TypedPart = { kind: 'merge', from: '', to: '' }

/** What was typed in one of the forms of a plan, by the act it asks for; null: another form was sent, or none. */
export const typedFor = (form: Form | null, act: string): Form | null => (form?.text('viec') === act ? form : null)

/** Reads names as people write them, on the day before for those that end and on the day for those that receive. */
export async function partFrom(
  asked: Asked,
  typed: TypedPart,
  days: { readonly before: string; readonly on: string },
): Promise<Result<PartInput, Refusal>> {
  const kind = partKinds.find((one) => one === typed.kind) ?? 'merge'
  const from: string[] = []
  for (const name of lines(typed.from)) {
    const meant = await bodyNamed(asked, name, days.before)
    if (meant === null) return refuse(noBody(asked, name))
    from.push(meant)
  }
  const to: PartInput['to'] = []
  for (const line of lines(typed.to)) {
    const heir = heirTyped(line)
    const there = makes(kind) ? null : await bodyNamed(asked, heir.name, days.on)
    const isThere = there !== null && (kind === 'absorb' || !from.includes(there))
    if (!isThere && kind !== 'split' && kind !== 'transfer' && !makes(kind)) return refuse(noBody(asked, heir.name))
    to.push(isThere ? { id: there, scope: heir.scope } : { name: heir.name, abbreviation: heir.abbreviation, scope: heir.scope })
  }
  return ok({ kind, from, to })
}

/** A merger and a renaming make a body, though it may keep the name of one that ends. */
const makes = (kind: PartKind): boolean => kind === 'merge' || kind === 'rename'

function heirTyped(line: string): { readonly name: string; readonly abbreviation: string; readonly scope: string } {
  const [said = '', ...rest] = line.split(':')
  const scope = rest.join(':').trim()
  const short = /^(.*?)\s*\((\p{Lu}[\p{Lu}\d]{1,11})\)$/u.exec(said.trim())
  return {
    name: short?.[1] ?? said.trim(),
    abbreviation: short?.[2] ?? '',
    scope: scope.toLowerCase().startsWith('còn lại') ? REST : scope,
  }
}

/** The one body that a name means on a day; null: none. A likeness is not taken for a name. */
async function bodyNamed(asked: Asked, name: string, on: string): Promise<string | null> {
  const found = await asked.ask(organisationResolve, { q: name, on, limit: 1 })
  const [first] = found.ok ? found.value.items : []
  return first === undefined || !['name', 'abbreviation', 'tone', 'marks'].includes(first.matched.by) ? null : first.id
}

const noBody = (asked: Asked, name: string): Refusal => ({
  code: 'not-found',
  data: {
    what: asked.language === 'vi' ? `cơ quan «${name}» trong sổ đăng ký vào ngày` : `organisation “${name}” in the register on the day`,
  },
})
