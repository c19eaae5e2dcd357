import type { TaskView } from '../../../../operations/task/views.ts'
import { ChoiceField, TextField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { useSay } from '../../components/reader.tsx'

/** What is done with a task as a whole: divided, joined, moved. Folded: most tasks need none of it. [TSK-29, TSK-30] */
export function OverTasks({
  task,
  tasks,
  action,
  part,
}: {
  readonly task: TaskView
  readonly tasks: readonly TaskView[]
  readonly action: string
  /** Where it was to be divided, when that was refused. */
  readonly part: string
}) {
  const say = useSay()
  const at = tasks.findIndex((one) => one.id === task.id)
  const open = tasks.filter((one) => one.state === 'proposed' || one.state === 'confirmed')
  const others = open.filter((one) => one.id !== task.id)
  const places = task.start === null ? [] : placesIn(task.quote)
  return (
    <details className="over" open={part !== ''}>
      <summary>{say('review.over')}</summary>
      <form method="post" action={action} className="row gap">
        <Same task={task} />
        <button className="btn btn--s" type="submit" name="viec" value="len" disabled={at <= 0}>
          <Icon name="arrow-up" />
          {say('review.move.up')}
        </button>
        <button className="btn btn--s" type="submit" name="viec" value="xuong" disabled={at === tasks.length - 1}>
          <Icon name="arrow-down" />
          {say('review.move.down')}
        </button>
      </form>
      {task.start === null ? null : (
        <form method="post" action={action}>
          <Same task={task} />
          <TextField
            id="cho-tach"
            name="cho-tach"
            label={say('review.divide.at')}
            hint={places[0] === undefined ? say('review.divide.hint') : say('review.divide.hint.such', { words: places[0] })}
            value={part}
            list="cho-tach-goi-y"
          />
          <datalist id="cho-tach-goi-y">
            {places.map((place) => (
              <option key={place} value={place} />
            ))}
          </datalist>
          <p className="acts">
            <button className="btn btn--s" type="submit" name="viec" value="tach">
              {say('review.divide')}
            </button>
          </p>
        </form>
      )}
      {others.length === 0 ? null : (
        <form method="post" action={action}>
          <Same task={task} />
          <ChoiceField
            id="gop-voi"
            name="gop-voi"
            label={say('review.join.with')}
            value={tasks[at + 1]?.id ?? others[0]?.id ?? ''}
            choices={others.map((one) => ({ value: one.id, label: `${tasks.indexOf(one) + 1}. ${shortened(one.title)}` }))}
          />
          <p className="acts">
            <button className="btn btn--s" type="submit" name="viec" value="gop">
              {say('review.join')}
            </button>
          </p>
        </form>
      )}
    </details>
  )
}

function Same({ task }: { task: TaskView }) {
  return (
    <>
      <input type="hidden" name="nhiem-vu" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
    </>
  )
}

const shortened = (title: string): string => (title.length <= 70 ? title : `${title.slice(0, title.lastIndexOf(' ', 70))}…`)

/** Where a sentence may be divided: after a semicolon, a stop, a comma; the first words of what would come second. */
function placesIn(quote: string): readonly string[] {
  const found = [...quote.matchAll(/[;.:,]\s+(?=\p{L})/gu)].map((match) =>
    quote
      .slice(match.index + match[0].length)
      .split(/\s+/u)
      .slice(0, 6)
      .join(' ')
      .replace(/[,;:.]+$/u, ''),
  )
  return [...new Set(found)].slice(0, 8)
}
