import type { Act, Fact } from '../../../../kernel/task/life.ts'
import { taskEvents } from '../../../../operations/task/list-events.ts'
import type { EventView, TaskView } from '../../../../operations/task/views.ts'
import { Card } from '../../components/card.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import type { Asked } from '../../page.ts'
import { Events } from './events.tsx'

/** What was said that each act answers: who answers reads it, with its evidence, where he answers. [TSK-46] */
const asks: Readonly<Partial<Record<Act, Fact>>> = {
  accept: 'claimed',
  return: 'claimed',
  'grant-extension': 'extension-asked',
  'refuse-extension': 'extension-asked',
  uphold: 'disputed',
  decide: 'escalated',
}

/** The last that was said of what is answered; null where the act answers nothing, or it lies far back. */
export async function answeredBy(asked: Asked, task: TaskView, act: Act): Promise<EventView | null> {
  const fact = asks[act]
  if (fact === undefined) return null
  const said = await asked.ask(taskEvents, { id: task.id, limit: 100 })
  return said.ok ? (said.value.items.find((event) => event.kind === fact) ?? null) : null
}

export function Answered({ of, task, act }: { of: EventView | null; task: TaskView; act: Act }) {
  const say = useSay()
  return (
    <>
      {of === null ? null : (
        <Card id="tra-loi" title={say('act.answers')}>
          <Events of={[of]} />
          {of.kind === 'claimed' && of.day !== null ? <Backdated day={of.day} said={of.on} task={task} /> : null}
        </Card>
      )}
      {act === 'decide' && task.askedDay !== null ? (
        <Notice kind="w">
          <Sentence of="act.decide.extension-waits" put={{ day: <DayText of={task.askedDay} /> }} />
        </Notice>
      ) : null}
    </>
  )
}

/** Work is on time by the day it was finished, which whoever claims it says himself: what only that day makes timely is told. */
function Backdated({ day, said, task: { assignedOn, due } }: { day: string; said: string; task: TaskView }) {
  const days = { day: <DayText of={day} />, said: <DayText of={said} /> }
  if (assignedOn !== null && day < assignedOn)
    return (
      <Notice kind="w">
        <Sentence of="act.claimed.before-given" put={{ ...days, given: <DayText of={assignedOn} /> }} />
      </Notice>
    )
  if (due === null || day > due || said <= due) return null
  return (
    <Notice kind="w">
      <Sentence of="act.claimed.after-due" put={{ ...days, due: <DayText of={due} /> }} />
    </Notice>
  )
}
