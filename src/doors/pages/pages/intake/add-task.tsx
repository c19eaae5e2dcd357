import type { Refusal } from '../../../../base/refusals.ts'
import { reviewHref, withQuery } from '../../addresses.ts'
import { AreaField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { refusalWords } from '../../field-words.ts'
import { DraftNotice, TaskFields } from './task-form.tsx'
import type { TaskTyped } from './task-typed.ts'

interface AddTaskProps {
  readonly slug: string
  readonly action: string
  readonly typed: TaskTyped
  readonly refusal: Refusal | null
  /** Where its words stand in the document; null: it has none yet. */
  readonly place: { readonly start: string; readonly end: string } | null
  readonly quote: string | null
  /** What was looked for. */
  readonly looked: string
}

/** A task the grammar did not find: from words of the document, marked or copied, or typed. [TSK-32] */
export function AddTask({ slug, action, typed, refusal, place, quote, looked }: AddTaskProps) {
  const say = useSay()
  return (
    <li className="tk open" id="them" data-nhiem-vu="them">
      <div className="tke">
        <div className="row sp">
          <h3>{say('review.add.heading')}</h3>
          <a className="btn btn--q btn--s" href={withQuery(reviewHref(slug), { mo: 'khong' })}>
            {say('review.close')}
          </a>
        </div>
        {quote === null ? <Look action={action} looked={looked} refusal={refusal} /> : <blockquote className="qsrc">“{quote}”</blockquote>}
        <form method="post" action={action} data-nhap="them">
          <input type="hidden" name="tu" value={place?.start ?? ''} />
          <input type="hidden" name="den" value={place?.end ?? ''} />
          <DraftNotice />
          <TaskFields typed={typed} refusal={refusal} />
          <div className="acts">
            <button className="btn btn--p" type="submit" name="viec" value="them">
              {say('review.add.submit')}
            </button>
          </div>
        </form>
      </div>
    </li>
  )
}

/** Words copied from the document are looked for, and fill the form. */
function Look({ action, looked, refusal }: { action: string; looked: string; refusal: Refusal | null }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <form method="get" action={`${action}#them`} className="look">
      <input type="hidden" name="mo" value="them" />
      <AreaField
        id="trich"
        name="trich"
        label={say('review.add.words')}
        hint={say('review.add.words.hint')}
        rows={2}
        value={looked}
        error={refusal?.code === 'words-not-found' ? refusalWords(refusal, say, language) : null}
        optional
      />
      <p className="acts">
        <button className="btn btn--s" type="submit">
          <Icon name="search" />
          {say('review.add.look')}
        </button>
      </p>
    </form>
  )
}
