import { denied } from '../../../../kernel/access/access.ts'
import { successionCommit } from '../../../../operations/succession/commit-succession.ts'
import type { PlanView } from '../../../../operations/succession/views.ts'
import { successionHref, taskHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ChoiceField, DayField, TextField } from '../../components/field.tsx'
import { useSay } from '../../components/reader.tsx'
import { dayTyped } from '../../dates.ts'
import type { Asked, Form } from '../../page.ts'

type Born = readonly {
  readonly task: string
  readonly code: string
  readonly title: string
  readonly lead: string
  readonly sources: readonly string[]
}[]
type Names = ReadonlyMap<string, string>

/** Undoing a plan, with the work that was given to a body it made: where it goes back to is said, or asked. [ORG-22] */
export function UndoCard({
  asked,
  plan,
  born,
  names,
  typed,
}: {
  asked: Asked
  plan: PlanView
  born: Born
  names: Names
  typed: Form | null
}) {
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
        <Back born={born} names={names} typed={typed} />
        <p>
          <button type="submit" className="btn btn--d">
            {say('succession.undo.do')}
          </button>
        </p>
      </form>
    </Card>
  )
}

function Back({ born, names, typed }: { born: Born; names: Names; typed: Form | null }) {
  const say = useSay()
  if (born.length === 0) return null
  return (
    <fieldset className="stack" id="viec-tra-ve">
      <legend className="b">{say('succession.back', { n: born.length })}</legend>
      <ul className="list md">
        {born.map(({ task, code, title, sources }) => (
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
                  choices={[
                    { value: '', label: say('succession.back.none') },
                    ...sources.map((one) => ({ value: one, label: names.get(one) ?? one })),
                  ]}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
