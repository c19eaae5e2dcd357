import type { Refusal } from '../../../../base/refusals.ts'
import { reviewHref, withQuery } from '../../addresses.ts'
import { useSay } from '../../components/reader.tsx'
import { TaskFields } from './task-form.tsx'
import type { TaskTyped } from './task-typed.ts'

/** A task the grammar did not find, typed by a person. */
export function AddTask({ slug, action, typed, refusal }: { slug: string; action: string; typed: TaskTyped; refusal: Refusal | null }) {
  const say = useSay()
  return (
    <li className="tk open" id="them">
      <form className="tke" method="post" action={action}>
        <div className="row sp">
          <h3>{say('review.add.heading')}</h3>
          <a className="btn btn--q btn--s" href={withQuery(reviewHref(slug), { mo: 'khong' })}>
            {say('review.close')}
          </a>
        </div>
        <TaskFields typed={typed} refusal={refusal} />
        <div className="acts">
          <button className="btn btn--p" type="submit" name="viec" value="them">
            {say('review.add.submit')}
          </button>
        </div>
      </form>
    </li>
  )
}
