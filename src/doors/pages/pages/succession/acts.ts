import type { Refusal } from '../../../../base/refusals.ts'
import { addDays, parseDay } from '../../../../kernel/period/day.ts'
import { successionCommit } from '../../../../operations/succession/commit-succession.ts'
import { successionDelete } from '../../../../operations/succession/delete-succession.ts'
import { successionCorrect } from '../../../../operations/succession/plan-succession.ts'
import { successionRoute } from '../../../../operations/succession/route-task.ts'
import { successionUndo } from '../../../../operations/succession/undo-succession.ts'
import type { PartInput, PlanView } from '../../../../operations/succession/views.ts'
import { addresses, successionHref, withQuery } from '../../addresses.ts'
import { type Asked, type Form, type Redirect, redirect } from '../../page.ts'
import { basisTyped } from './basis.tsx'
import { partFrom, typedPart } from './typed.ts'

type Done = Redirect | { readonly refusal: Refusal }

/** What the forms of a plan do; each leads back to the plan, or says why not. */
export async function actOn(asked: Asked, form: Form, plan: PlanView): Promise<Done> {
  const here = successionHref(plan.id)
  const seen = form.text('version')
  const correct = async (given: object, anchor: string): Promise<Done> => {
    const same = { name: plan.name, basis: plan.basis, day: plan.day, parts: plan.parts.map(asInput) }
    const done = await asked.ask(successionCorrect, { id: plan.id, version: seen, ...same, ...given })
    return done.ok ? redirect(withQuery(here, {}, anchor)) : { refusal: done.refusal }
  }
  switch (form.text('viec')) {
    case 'sua':
      return correct(basisTyped(form), 'can-cu-ngay')
    case 'them-phan': {
      const on = parseDay(plan.day)
      const part = await partFrom(asked, typedPart(form), { before: on === null ? plan.day : addDays(on, -1), on: plan.day })
      return part.ok ? correct({ parts: [...plan.parts.map(asInput), part.value] }, 'cac-phan') : { refusal: part.refusal }
    }
    case 'bo-phan': {
      const out = Number(form.text('phan'))
      return correct({ parts: plan.parts.filter((_, i) => i !== out).map(asInput) }, 'cac-phan')
    }
    case 'chon':
      return route(asked, form, plan)
    case 'thuc-hien': {
      const done = await asked.act(form.text('khoa'), successionCommit, { id: plan.id, version: seen })
      return done.ok ? redirect(withQuery(here, { xong: 'committed' })) : { refusal: done.refusal }
    }
    case 'xoa': {
      const done = await asked.ask(successionDelete, { id: plan.id, version: seen })
      return done.ok ? redirect(withQuery(addresses.successions, { xong: 'deleted' })) : { refusal: done.refusal }
    }
    case 'huy': {
      const back = form.all('tra-ve').flatMap((task) => (form.text(`ve-${task}`) === '' ? [] : [{ task, to: form.text(`ve-${task}`) }]))
      const rest = form.all('con-lai').flatMap((body) => {
        const to = form.text(`con-lai-${body}`)
        return to === '' ? [] : [{ body, to }]
      })
      const done = await asked.ask(successionUndo, { id: plan.id, basis: form.text('can-cu'), on: form.text('ngay'), back, rest })
      return done.ok ? redirect(withQuery(here, { xong: 'undone' })) : { refusal: done.refusal }
    }
    default:
      return { refusal: { code: 'no-such-act' } }
  }
}

/** A part that stands, said again. */
const asInput = (part: PlanView['parts'][number]): PartInput => ({
  kind: part.kind,
  from: part.from,
  to: part.to.map((heir) =>
    heir.isNew ? { id: heir.id, name: heir.name, abbreviation: heir.abbreviation, scope: heir.scope } : { id: heir.id, scope: heir.scope },
  ),
})

async function route(asked: Asked, form: Form, plan: PlanView): Promise<Done> {
  for (const task of form.all('nhiem-vu')) {
    const to = form.text(`ve-${task}`)
    if (to === '') continue
    const done = await asked.ask(successionRoute, { id: plan.id, task, to })
    if (!done.ok) return { refusal: done.refusal }
  }
  return redirect(withQuery(successionHref(plan.id), {}, 'phai-chon'))
}
