import { isTextKey } from '../../../../base/text/text.ts'
import { taskKinds } from '../../../../kernel/task/task.ts'
import { addresses } from '../../addresses.ts'
import { ChoiceField, TextField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { statusOrder } from '../../components/status.tsx'
import { dayWords } from '../../dates.ts'
import { type Beside, besideNames, kindWord, latenessWord, listHref, type Question } from './question.ts'

/** What narrows the list: a form by GET. With script it is folded away on narrow screens while it narrows nothing. */
export function Filters(props: {
  readonly question: Question
  readonly leads: readonly string[]
  readonly document: string | null
  /** As the body is called whose rows are asked for. */
  readonly body: string | null
}) {
  const { question, leads, document } = props
  const say = useSay()
  const language = useLanguage()
  const without = (name: Beside) => Object.fromEntries(Object.entries(question.besides).filter(([one]) => one !== name))
  const bodyName = (value: string): string => (value === '-' ? say('tasks.beside.unregistered') : (props.body ?? value))
  // who came from the board chose his body there
  const chosenBody = question.besides['co-quan']
  const leadByBody = chosenBody === undefined ? say('tasks.any-lead') : bodyName(chosenBody)
  const chips = [
    ...(question.document === '' || document === null ? [] : [{ label: document, href: listHref(question, { document: '' }) }]),
    ...besideNames.flatMap((name) => {
      const value = question.besides[name]
      if (value === undefined) return []
      const word = name === 'cho' ? `board.waits.${value}` : `state.${value}`
      const shown =
        (name === 'cho' || name === 'buoc') && isTextKey(word)
          ? say(word)
          : name === 'co-quan'
            ? bodyName(value)
            : dayWords(value, language)
      return [{ label: say(`tasks.beside.${name}`, { value: shown }), href: listHref(question, { besides: without(name) }) }]
    }),
  ]
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
            { value: latenessWord('in-force'), label: say('tasks.in-force') },
            { value: latenessWord('cancelled'), label: say('state.cancelled') },
          ]}
        />
        <ChoiceField
          id="don-vi"
          name="don-vi"
          label={say('tasks.lead')}
          value={question.lead}
          choices={[{ value: '', label: leadByBody }, ...leads.map((lead) => ({ value: lead, label: lead }))]}
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
        {Object.entries(question.besides).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
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
      {chips.length === 0 ? null : (
        <p className="shortcuts">
          {chips.map(({ label, href }) => (
            <a key={label} className="chip" aria-current="true" href={href}>
              {label}
              <Icon name="x" />
              <span className="vh">{say('tasks.clear')}</span>
            </a>
          ))}
        </p>
      )}
    </details>
  )
}
