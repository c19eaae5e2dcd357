import type { Language } from '../../../../base/refusals.ts'
import { isTextKey, type Say } from '../../../../base/text/text.ts'
import { parseDay } from '../../../../kernel/period/day.ts'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { dayWords } from '../../dates.ts'

/** A change as the history keeps it, `{field: [before, after]}` mostly, in words: the field, what it was, what it is. */
export function Change({ of }: { of: unknown }) {
  const say = useSay()
  const language = useLanguage()
  if (typeof of !== 'object' || of === null) return null
  const rows = Object.entries(of).filter(([field]) => !hidden.has(field))
  if (rows.length === 0) return null
  return (
    <ul className="diff">
      {rows.map(([field, value]) => (
        <li key={field}>
          <span className="muted">{fieldWords(say, field)}:</span>{' '}
          {isPair(value) ? (
            <>
              {value[0] === null || value[0] === undefined ? null : (
                <>
                  <del>{valueWords(say, language, field, value[0])}</del>{' '}
                </>
              )}
              <ins>{valueWords(say, language, field, value[1])}</ins>
            </>
          ) : (
            valueWords(say, language, field, value)
          )}
        </li>
      ))}
    </ul>
  )
}

/** Inner ids say nothing to a reader; the JSON form has them. */
const hidden: ReadonlySet<string> = new Set(['document', 'identityKey', 'organisation', 'deputyFor'])

const isPair = (value: unknown): value is readonly [unknown, unknown] => Array.isArray(value) && value.length === 2

function fieldWords(say: Say, field: string): string {
  const key = `field.${field}`
  return isTextKey(key) ? say(key) : field
}

function valueWords(say: Say, language: Language, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return say('history.empty-value')
  if (Array.isArray(value))
    return value.length === 0 ? say('history.empty-value') : value.map((one) => valueWords(say, language, field, one)).join('; ')
  if (typeof value === 'object') return 'name' in value && typeof value.name === 'string' ? value.name : JSON.stringify(value)
  const text = String(value)
  const key = `${field}.${text}`
  if (isTextKey(key)) return say(key)
  return parseDay(text) === null ? text : dayWords(text, language)
}
