import { roleNames } from '../../../../operations/access/role-names.ts'
import type { RehearsalView } from '../../../../operations/succession/rehearse-succession.ts'
import type { PlanView } from '../../../../operations/succession/views.ts'
import { successionHref, taskHref, withQuery } from '../../addresses.ts'
import { Card, TableFrame } from '../../components/card.tsx'
import { Notice } from '../../components/notice.tsx'
import { NumberText, useLanguage, useSay } from '../../components/reader.tsx'
import type { Form } from '../../page.ts'

type Tally = RehearsalView['before'][number]

/** Who holds how much before and after: the two sums are equal, and the page says so. */
export function Tallies({ before, after }: { before: readonly Tally[]; after: readonly Tally[] }) {
  return (
    <div className="grid g-1-1">
      <TallyTable of={before} when="before" />
      <TallyTable of={after} when="after" />
    </div>
  )
}

function TallyTable({ of, when }: { of: readonly Tally[]; when: 'before' | 'after' }) {
  const say = useSay()
  return (
    <TableFrame label={say(`succession.${when}`)}>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{say(`succession.${when}`)}</th>
            <th scope="col" className="n">
              {say('succession.open-tasks')}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map((row) => (
            <tr key={row.organisation ?? ''}>
              <th scope="row">{row.organisation === null ? say('succession.nobody') : row.name}</th>
              <td className="n">
                <NumberText of={row.count} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('succession.sum')}</th>
            <td className="n">
              <NumberText of={of.reduce((sum, { count }) => sum + count, 0)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}

export function RehearsalCard({ plan, shown }: { plan: PlanView; shown: RehearsalView }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card
      id="dien-tap"
      title={say('succession.rehearsal')}
      note={say('succession.rehearsal.note', { open: shown.open, moving: shown.moving })}
      foot={
        shown.next === null ? undefined : (
          <a href={withQuery(successionHref(plan.id), { sau: shown.next }, 'dien-tap')} rel="next">
            {say('pager.next')}
          </a>
        )
      }
    >
      <div className="stack">
        {shown.moving === 0 ? (
          <p className="muted">{say('succession.nothing-moves')}</p>
        ) : (
          <Tallies before={shown.before} after={shown.after} />
        )}
        {shown.duplicates === 0 ? null : <p className="src">{say('succession.duplicates', { n: shown.duplicates })}</p>}
        {shown.tasks.length === 0 ? null : <TaskTable tasks={shown.tasks} />}
        <div>
          <h3>{say('succession.people')}</h3>
          {shown.duties.length === 0 ? (
            <p className="src">{say('succession.people.none')}</p>
          ) : (
            <ul className="list">
              {shown.duties.map((duty) => (
                <li key={`${duty.from}${duty.role}`}>
                  {say('succession.people.row', { n: duty.count, role: roleNames[duty.role][language], from: duty.from })}
                  {' → '}
                  {duty.to === null ? <b>{say('succession.people.stays')}</b> : duty.toName}
                  {duty.toCentre ? (
                    <>
                      {' · '}
                      <b>{say('succession.people.centre')}</b>
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </div>
        <div>
          <h3>{say('succession.slots')}</h3>
          <p className="src">{say('succession.slots.none')}</p>
        </div>
      </div>
    </Card>
  )
}

function TaskTable({ tasks }: { tasks: RehearsalView['tasks'] }) {
  const say = useSay()
  return (
    <TableFrame label={say('succession.tasks')}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('succession.task')}</th>
            <th scope="col">{say('succession.from-now')}</th>
            <th scope="col">{say('succession.goes')}</th>
            <th scope="col">{say('succession.ground')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row" className="lim">
                <a href={taskHref(task)}>{task.code}</a> {task.title}
              </th>
              <td data-l={say('succession.from-now')}>{task.from}</td>
              <td data-l={say('succession.goes')}>{task.to === null ? <b>{say('succession.nobody')}</b> : task.toName}</td>
              <td data-l={say('succession.ground')}>{say(`succession.ground.${task.ground}`, { words: task.words })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** What a person must say, task by task; those a rule decides may be said otherwise. */
export function Undecided({
  plan,
  waiting,
  decided,
  choices,
  typed,
}: {
  plan: PlanView
  waiting: RehearsalView
  decided: RehearsalView['tasks']
  choices: readonly { readonly value: string; readonly label: string }[]
  typed: Form | null
}) {
  const say = useSay()
  if (waiting.undecided === 0 && decided.length === 0) return null
  return (
    <Card
      id="phai-chon"
      title={say('succession.undecided', { n: waiting.undecided })}
      note={say(waiting.undecided === 0 ? 'succession.undecided.none' : 'succession.undecided.note')}
    >
      {waiting.tasks.length === 0 ? null : <RouteForm plan={plan} tasks={waiting.tasks} choices={choices} typed={typed} />}
      {decided.length === 0 ? null : (
        <details>
          <summary>{say('succession.decided', { n: decided.length })}</summary>
          <RouteForm plan={plan} tasks={decided} choices={choices} typed={typed} />
        </details>
      )}
    </Card>
  )
}

function RouteForm({
  plan,
  tasks,
  choices,
  typed,
}: {
  plan: PlanView
  tasks: RehearsalView['tasks']
  choices: readonly { readonly value: string; readonly label: string }[]
  typed: Form | null
}) {
  const say = useSay()
  return (
    <form method="post" action={successionHref(plan.id)} className="stack">
      <input type="hidden" name="viec" value="chon" />
      <ul className="list">
        {tasks.map((task) => (
          <li key={task.id} className="f">
            <label htmlFor={`ve-${task.id}`}>
              <span className="tn">{task.code}</span> {task.title}
            </label>
            <input type="hidden" name="nhiem-vu" value={task.id} />
            <select
              id={`ve-${task.id}`}
              name={`ve-${task.id}`}
              className="in"
              defaultValue={typed?.all('nhiem-vu').includes(task.id) ? typed.text(`ve-${task.id}`) : (task.to ?? '')}
            >
              <option value="">{say('succession.choose')}</option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <p>
        <button type="submit" className="btn">
          {say('succession.choose.do')}
        </button>
      </p>
    </form>
  )
}

export const NothingToRoute = ({ n }: { n: number }) => {
  const say = useSay()
  return n === 0 ? null : <Notice kind="w">{say('succession.blocked', { n })}</Notice>
}
