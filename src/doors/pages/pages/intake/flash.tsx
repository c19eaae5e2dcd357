import { isTextKey } from '../../../../base/text/text.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { reviewHref } from '../../addresses.ts'
import { Notice } from '../../components/notice.tsx'
import type { Asked } from '../../page.ts'

/** What was just done, told once after the redirect: `?xong=confirmed&so=3`. Confirming and discarding can be undone there. */
export function Flash({ asked, slug, tasks }: { asked: Asked; slug: string; tasks: readonly TaskView[] }) {
  const done = asked.query.get('xong')
  if (done === null) return null
  if (done === 'existing') return <Notice kind="i">{asked.say('review.existing')}</Notice>
  const key = `review.done.${done}`
  if (!isTextKey(key)) return null
  const n = Number(asked.query.get('so') ?? '')
  const task = tasks[n - 1]
  const undoable = task !== undefined && (done === 'confirmed' || done === 'discarded') && task.state === done
  return (
    <Notice kind="o" live>
      <div className="row sp">
        <span>{asked.say(key, { n: Number.isFinite(n) ? n : 0 })}</span>
        {undoable ? (
          <form method="post" action={reviewHref(slug)} className="inline">
            <input type="hidden" name="nhiem-vu" value={task.id} />
            <input type="hidden" name="version" value={task.version} />
            <button className="btn btn--s" type="submit" name="viec" value="dua-lai">
              {asked.say('review.undo')}
            </button>
          </form>
        ) : null}
      </div>
    </Notice>
  )
}
