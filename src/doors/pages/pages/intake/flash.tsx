import type { ReactNode } from 'react'
import { isTextKey } from '../../../../base/text/text.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import type { Asked } from '../../page.ts'

/**
 * What was just done, told once after the redirect: `?xong=confirmed&so=3`. How the document came in stands at the top;
 * what was done to a task stands in the bar that stays in sight, with a way to undo it.
 */
const arrivals: ReadonlySet<string> = new Set(['received', 'existing', 'corrected'])

export function Arrival({ asked }: { asked: Asked }) {
  const done = asked.query.get('xong') ?? ''
  if (!arrivals.has(done)) return null
  if (done === 'existing') return <Notice kind="i">{asked.say('review.existing')}</Notice>
  const converted = `review.converted.${asked.query.get('bang-ma') ?? ''}`
  return (
    <>
      <Notice kind="o" live>
        {done === 'received' && numberIn(asked) === 0 ? asked.say('review.done.received.none') : said(asked, done)}
      </Notice>
      {isTextKey(converted) ? <Notice kind="w">{asked.say(converted)}</Notice> : null}
    </>
  )
}

/** @param children what the bar says when nothing was just done */
export function Flash({ asked, tasks, children }: { asked: Asked; tasks: readonly TaskView[]; children: ReactNode }) {
  const done = asked.query.get('xong') ?? ''
  const words = arrivals.has(done) ? null : said(asked, done)
  if (words === null) return <span className="sm muted">{children}</span>
  const task = tasks.find((one) => one.id === asked.query.get('hoan'))
  return (
    <div className="flash" role="status">
      <Icon name="circle-check" />
      {words}
      {task !== undefined && task.code === null ? (
        <form method="post" action={asked.path}>
          <input type="hidden" name="nhiem-vu" value={task.id} />
          <input type="hidden" name="version" value={task.version} />
          <button className="btn btn--s" type="submit" name="viec" value="hoan-tac">
            {asked.say('review.undo')}
          </button>
        </form>
      ) : null}
    </div>
  )
}

const numberIn = (asked: Asked): number => Number.parseInt(asked.query.get('so') ?? '', 10) || 0

function said(asked: Asked, done: string): string | null {
  const key = `review.done.${done}`
  return isTextKey(key) ? asked.say(key, { n: numberIn(asked) }) : null
}
