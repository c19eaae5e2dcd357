import type { FeedView } from '../../../../operations/feed/list-feed.ts'
import { taskHref } from '../../addresses.ts'
import { Empty } from '../../components/notice.tsx'
import { DayText, InstantText, useSay } from '../../components/reader.tsx'
import { personWords } from '../../person-words.ts'

/** What was last said about work. */
export function Feed({ of }: { of: readonly FeedView[] }) {
  const say = useSay()
  if (of.length === 0) return <Empty icon="message-square" title={say('board.feed.none')} />
  return (
    <ul className="list md waits">
      {of.map((item) => (
        <li key={item.id}>
          <p className="ends sm muted">
            <span>
              {item.organisation ?? personWords(say, item.actor)}
              {' · '}
              {say(`event.${item.kind}`)}
              {item.percent === null ? '' : `: ${item.percent}%`}
              {item.day === null ? null : (
                <>
                  {', '}
                  <DayText of={item.day} />
                </>
              )}
            </span>
            <InstantText of={item.at} />
          </p>
          <a href={taskHref(item.task)}>{item.task.title}</a>
        </li>
      ))}
    </ul>
  )
}
