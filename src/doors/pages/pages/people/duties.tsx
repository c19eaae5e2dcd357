import type { ReactNode } from 'react'
import type { z } from 'zod'
import { deputyForms } from '../../../../kernel/access/role.ts'
import { roleNames } from '../../../../operations/access/role-names.ts'
import type { dutyView } from '../../../../operations/access/views.ts'
import { organisationHref } from '../../addresses.ts'
import { TableFrame } from '../../components/card.tsx'
import { ChoiceField, DayField, TextField } from '../../components/field.tsx'
import { DayText, Sentence, useLanguage, useSay } from '../../components/reader.tsx'
import type { Asked, Form } from '../../page.ts'

export type DutyShown = z.infer<typeof dutyView>

/** Roles over terms, as a table: what, for which body, since when, by what document; one act a row where there is one. */
export function Duties({
  of,
  label,
  who = false,
  act,
}: {
  of: readonly DutyShown[]
  label: string
  who?: boolean
  act?: (duty: DutyShown) => ReactNode
}) {
  const say = useSay()
  const language = useLanguage()
  return (
    <TableFrame label={say('table.of', { what: label.toLowerCase() })}>
      <table className="t t--cards">
        <thead>
          <tr>
            {who ? <th scope="col">{say('person.name')}</th> : null}
            <th scope="col">{say('duty.role')}</th>
            <th scope="col">{say('duty.organisation')}</th>
            <th scope="col">{say('duty.term')}</th>
            <th scope="col">{say('duty.basis')}</th>
            {act === undefined ? null : <th scope="col">{say('duty.act')}</th>}
          </tr>
        </thead>
        <tbody>
          {of.map((duty) => (
            <tr key={duty.id}>
              {who ? (
                <td className="top" data-l={say('person.name')}>
                  {duty.person.name}
                </td>
              ) : null}
              <th scope="row" className="top">
                {roleNames[duty.role][language]}
                {duty.deputyFor === null ? null : (
                  <span className="heir muted">{say('duty.for', { form: duty.deputyFor.form, name: duty.deputyFor.person.name })}</span>
                )}
              </th>
              <td className="top" data-l={say('duty.organisation')}>
                <a href={organisationHref(duty.organisation.id)}>{duty.organisation.name}</a>
                {duty.holds ? <Serves duty={duty} /> : null}
              </td>
              <td className="top" data-l={say('duty.term')}>
                <DayText of={duty.from} /> – {duty.to === null ? say('duty.open') : <DayText of={duty.to} />}
                {duty.holds ? null : <span className="heir muted">{say('duty.not-now')}</span>}
              </td>
              <td className="top" data-l={say('duty.basis')}>
                {duty.basis}
              </td>
              {act === undefined ? null : (
                <td className="top" data-l={say('duty.act')}>
                  {act(duty)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** The heir for which it holds today; of a body that was split and has none, that somebody must give another. [ACC-20] */
function Serves({ duty: { organisation, serves } }: { duty: DutyShown }) {
  const say = useSay()
  if (serves === null) return <span className="heir muted">{say('duty.no-heir')}</span>
  if (serves.id === organisation.id) return null
  return (
    <span className="heir muted">
      <Sentence of="duty.heir" put={{ body: <a href={organisationHref(serves.id)}>{serves.name}</a> }} />
    </span>
  )
}

/** Ends a duty: the day from which it no longer holds, and the document. */
export const EndDuty = ({ duty, action }: { duty: DutyShown; action: string }) => {
  const say = useSay()
  return (
    <details>
      <summary>{say('duty.end')}</summary>
      <form className="stack" method="post" action={action}>
        <input type="hidden" name="vai-tro" value={duty.id} />
        <input type="hidden" name="version" value={duty.version} />
        <DayField id={`den-${duty.id}`} name="den" label={say('duty.to')} hint={say('duty.to.hint')} value="" optional />
        <TextField id={`can-cu-${duty.id}`} name="can-cu" label={say('duty.basis')} value="" required />
        <button className="btn btn--s" type="submit" name="viec" value="thoi">
          {say('duty.end')}
        </button>
      </form>
    </details>
  )
}

/** The fields of a term. */
export const Term = ({ typed }: { typed: Form | null }) => {
  const say = useSay()
  const was = (name: string): string => typed?.text(name) ?? ''
  return (
    <>
      <DayField id="tu" name="tu" label={say('duty.from')} hint={say('duty.from.hint')} value={was('tu')} optional />
      <DayField id="den" name="den" label={say('duty.to')} hint={say('duty.open.hint')} value={was('den')} optional />
      <TextField id="can-cu" name="can-cu" label={say('duty.basis')} hint={say('duty.basis.hint')} value={was('can-cu')} required />
    </>
  )
}

export const FormChoice = ({ typed, none }: { typed: Form | null; none: boolean }) => {
  const say = useSay()
  return (
    <ChoiceField
      id="hinh-thuc"
      name="hinh-thuc"
      label={say('duty.form')}
      value={typed?.text('hinh-thuc') ?? ''}
      choices={[
        ...(none ? [{ value: '', label: say('duty.form.none') }] : []),
        ...deputyForms.map((form) => ({ value: form, label: say(`duty.form.${form}`) })),
      ]}
    />
  )
}

/** A field that was left empty is absent. */
export const typedOf = (form: Form, names: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([field, name]) => {
      const text = form.text(name).trim()
      return text === '' ? [] : [[field, text]]
    }),
  )

export const termOf = (form: Form): Readonly<Record<string, string>> => typedOf(form, { from: 'tu', to: 'den', basis: 'can-cu' })

export const personName = (asked: Asked, name: string): string => (name === '' ? asked.say('person.erased') : name)
