import type { Refusal, RefusalCode } from '../../../base/refusals.ts'
import { type FormOf, refusalWords } from '../field-words.ts'
import { useLanguage, useSay } from './reader.tsx'

/** What was refused, at the top of the form, with a link to the field when one is to blame. It takes the focus. */
export function ErrorSummary({
  refusal,
  field,
  of,
  focus = true,
}: {
  readonly refusal: Refusal
  readonly field?: string | null
  readonly of?: FormOf
  readonly focus?: boolean
}) {
  const say = useSay()
  const said = refusalWords(refusal, say, useLanguage(), of)
  return (
    // biome-ignore lint/a11y/noAutofocus: it appears only after a form was refused, and must be read before the form is mended
    <div className="errsum" role={focus ? 'alert' : undefined} tabIndex={-1} autoFocus={focus}>
      <h2>{say(isQuestion(refusal) ? 'form.unanswered' : 'form.refused')}</h2>
      <ul>
        <li>{field ? <a href={`#${field}`}>{said}</a> : said}</li>
      </ul>
    </div>
  )
}

/** A question that is open is nothing that failed. [PAG-42] */
const isQuestion = ({ code }: Refusal): boolean => questions.has(code)
const questions: ReadonlySet<RefusalCode> = new Set([
  'import-unanswered',
  'import-asks-type',
  'import-asks-head',
  'import-asks-totals',
  'import-asks-crs',
  'import-same-title',
  'import-same-file',
])
