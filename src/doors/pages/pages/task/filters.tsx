import { taskKinds } from '../../../../kernel/task/task.ts'
import { addresses } from '../../addresses.ts'
import { ChoiceField, TextField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { useSay } from '../../components/reader.tsx'
import { statusOrder } from '../../components/status.tsx'
import { kindWord, latenessWord, listHref, type Question } from './question.ts'

/** What narrows the list: a form by GET. With script it is folded away on narrow screens while it narrows nothing. */
export function Filters({ question, leads, document }: { question: Question; leads: readonly string[]; document: string | null }) {
  const say = useSay()
  return (
    <details className="fdet card" open data-gap={question.isNarrowed ? undefined : 'hep'}>
      <summary>
        <Icon name="search" />
        {say('tasks.filters')}
      </summary>
      <form className="filters" action={addresses.tasks} method="get" aria-label={say('tasks.filters')}>
        <div className="grow">
          <TextField id="loc-tim" name="tim" type="search" label={say('tasks.q')} value={question.q} />
        </div>
        <ChoiceField
          id="trang-thai"
          name="trang-thai"
          label={say('tasks.status')}
          value={question.lateness === null ? '' : latenessWord(question.lateness)}
          choices={[
            { value: '', label: say('tasks.any-status') },
            ...statusOrder.map((of) => ({ value: latenessWord(of), label: say(`lateness.${of}`) })),
          ]}
        />
        <ChoiceField
          id="don-vi"
          name="don-vi"
          label={say('tasks.lead')}
          value={question.lead}
          choices={[{ value: '', label: say('tasks.any-lead') }, ...leads.map((lead) => ({ value: lead, label: lead }))]}
        />
        <ChoiceField
          id="loai"
          name="loai"
          label={say('task.kind')}
          value={question.kind === null ? '' : kindWord(question.kind)}
          choices={[
            { value: '', label: say('tasks.any-kind') },
            ...taskKinds.map((of) => ({ value: kindWord(of), label: say(`kind.${of}`) })),
          ]}
        />
        <ChoiceField
          id="sap-xep"
          name="sap-xep"
          label={say('tasks.sort')}
          value={question.sort === 'newest' ? 'moi' : ''}
          choices={[
            { value: '', label: say('tasks.sort.due') },
            { value: 'moi', label: say('tasks.sort.newest') },
          ]}
        />
        {question.document === '' ? null : <input type="hidden" name="van-ban" value={question.document} />}
        <p className="acts">
          <button className="btn" type="submit">
            {say('tasks.apply')}
          </button>
          {question.isNarrowed ? (
            <a className="btn btn--q" href={addresses.tasks}>
              {say('tasks.clear')}
            </a>
          ) : null}
        </p>
      </form>
      {question.document === '' || document === null ? null : (
        <p className="shortcuts">
          <a className="chip" aria-current="true" href={listHref(question, { document: '' })}>
            {document}
            <Icon name="x" />
            <span className="vh">{say('tasks.clear')}</span>
          </a>
        </p>
      )}
    </details>
  )
}
