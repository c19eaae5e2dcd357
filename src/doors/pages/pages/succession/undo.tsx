import type { z } from 'zod'
import { denied } from '../../../../kernel/access/access.ts'
import { successionCommit } from '../../../../operations/succession/commit-succession.ts'
import type { successionGet } from '../../../../operations/succession/list-successions.ts'
import { successionHref, taskHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ChoiceField, DayField, TextField } from '../../components/field.tsx'
import { useSay } from '../../components/reader.tsx'
import { dayTyped } from '../../dates.ts'
import type { Asked, Form } from '../../page.ts'

type Plan = z.infer<typeof successionGet.output>
type Names = ReadonlyMap<string, string>

/** Undoing a plan, with the work that was given to a body it made: where it goes back to is said, or asked. [ORG-22] */
export function UndoCard({ asked, plan, names, typed }: { asked: Asked; plan: Plan; names: Names; typed: Form | null }) {
  const say = useSay()
  if (denied(asked.context.who, successionCommit.access) !== null) return null
  return (
    <Card id="huy" title={say('succession.undo')} note={say(plan.known ? 'succession.undo.note.known' : 'succession.undo.note')}>
      <form method="post" action={successionHref(plan.id)} className="stack">
        <input type="hidden" name="viec" value="huy" />
        <TextField
          id="can-cu-huy"
          name="can-cu"
          label={say('succession.undone.basis')}
          hint={say('succession.basis.hint')}
          value={typed?.text('can-cu') ?? ''}
          required
        />
        <DayField
          id="ngay-huy"
          name="ngay"
          label={say('succession.undone.on')}
          hint={say('succession.undo.day.hint')}
          value={typed?.text('ngay') ?? dayTyped(asked.context.today)}
        />
        <Back plan={plan} names={names} typed={typed} />
        <p>
          <button type="submit" className="btn btn--d">
            {say('succession.undo.do')}
          </button>
        </p>
      </form>
    </Card>
  )
}

/** Tasks that are listed one by one; whatever is beyond goes as is said of its body. [ORG-23] */
const LISTED = 100

function Back({ plan, names, typed }: { plan: Plan; names: Names; typed: Form | null }) {
  const say = useSay()
  const total = plan.bornOf.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const listed = plan.born.toSorted((a, b) => (a.code < b.code ? -1 : 1)).slice(0, LISTED)
  const choicesOf = (sources: readonly string[], blank: string) => [
    { value: '', label: blank },
    ...sources.map((one) => ({ value: one, label: names.get(one) ?? one })),
  ]
  return (
    <fieldset className="stack" id="viec-tra-ve">
      <legend className="b">{say('succession.back', { n: total })}</legend>
      {plan.bornOf
        .filter(({ sources }) => sources.length > 1)
        .map(({ body, name, sources }) => (
          <div key={body}>
            <input type="hidden" name="con-lai" value={body} />
            <ChoiceField
              id={`con-lai-${body}`}
              name={`con-lai-${body}`}
              label={say('succession.back.rest', { name })}
              value={typed?.text(`con-lai-${body}`) ?? ''}
              choices={choicesOf(sources, say('succession.back.none'))}
            />
          </div>
        ))}
      <ul className="list md">
        {listed.map(({ task, code, title, sources }) => (
          <li key={task}>
            <a href={taskHref({ id: task, code })}>{code}</a> {title}
            {sources.length === 1 ? (
              <p className="sm muted">{say('succession.back.to', { name: sources.map((one) => names.get(one) ?? one).join('') })}</p>
            ) : (
              <>
                <input type="hidden" name="tra-ve" value={task} />
                <ChoiceField
                  id={`ve-${task}`}
                  name={`ve-${task}`}
                  label={say('succession.back.choose')}
                  value={typed?.text(`ve-${task}`) ?? ''}
                  choices={choicesOf(sources, say('succession.back.one'))}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {total > listed.length ? <p className="sm muted">{say('succession.back.more', { n: total - listed.length })}</p> : null}
    </fieldset>
  )
}
