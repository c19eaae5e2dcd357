import type { Language } from '../../../../base/refusals.ts'
import { isTextKey, type Say } from '../../../../base/text/text.ts'
import { roles } from '../../../../kernel/access/role.ts'
import { parseDay } from '../../../../kernel/period/day.ts'
import { roleNames } from '../../../../operations/access/role-names.ts'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { dayWords } from '../../dates.ts'
import { fieldWords } from '../../field-words.ts'

/** A change as the history keeps it, `{field: [before, after]}` mostly, in words: the field, what it was, what it is. */
export function Change({ of, names = NO_NAMES }: { of: unknown; names?: Names }) {
  const say = useSay()
  const language = useLanguage()
  if (typeof of !== 'object' || of === null) return null
  const rows = Object.entries(of).filter(([field, value]) => !hidden.has(field) && !saysAnId(value, names))
  if (rows.length === 0) return null
  const reading = { say, language, names }
  return (
    <ul className="diff">
      {rows.map(([field, value]) => (
        <li key={field}>
          <span className="muted">{fieldWords(say, field)}:</span>{' '}
          {isPair(value) ? (
            <>
              {value[0] === null || value[0] === undefined ? null : (
                <>
                  <del>{valueWords(reading, field, value[0])}</del>{' '}
                </>
              )}
              <ins>{valueWords(reading, field, value[1])}</ins>
            </>
          ) : (
            valueWords(reading, field, value)
          )}
        </li>
      ))}
    </ul>
  )
}

/** Inner ids say nothing to a reader; the JSON form has them. */
const hidden: ReadonlySet<string> = new Set([
  'document',
  'identityKey',
  'organisation',
  'deputyFor',
  'parent',
  'task',
  'parts',
  'outcome',
  'act',
  'what',
  'orderAt',
])

/** Bodies by their ids, as they are called; an id of none of them is not shown. */
export type Names = ReadonlyMap<string, string>
const NO_NAMES: Names = new Map()

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** So the registers name their rows: `so-y-te-da-nang-origin`. */
const ROW = /^[a-z\d]+(?:-[a-z\d]+)*-(?:origin|\d{4}-\d{2}-\d{2})$/
const isId = (value: unknown): value is string => typeof value === 'string' && (UUID.test(value) || ROW.test(value))

/** @returns the ids in a change, that may be of bodies */
export const idsIn = (change: unknown): readonly string[] =>
  typeof change !== 'object' || change === null
    ? []
    : Object.entries(change)
        .filter(([field]) => !hidden.has(field))
        .flatMap(([, value]) => [value].flat())
        .filter(isId)

const saysAnId = (value: unknown, names: Names): boolean => [value].flat().some((one) => isId(one) && !names.has(one))

const isPair = (value: unknown): value is readonly [unknown, unknown] => Array.isArray(value) && value.length === 2

type Reading = { readonly say: Say; readonly language: Language; readonly names: Names }

function valueWords(reading: Reading, field: string, value: unknown): string {
  const { say, language, names } = reading
  if (value === null || value === undefined || value === '') return say('history.empty-value')
  if (Array.isArray(value))
    return value.length === 0 ? say('history.empty-value') : value.map((one) => valueWords(reading, field, one)).join('; ')
  if (typeof value === 'object') return 'name' in value && typeof value.name === 'string' ? value.name : JSON.stringify(value)
  const text = names.get(String(value)) ?? String(value)
  const role = field === 'dutyRole' ? roles.find((one) => one === text) : undefined
  if (role !== undefined) return roleNames[role][language]
  const key = typeof value === 'boolean' ? `value.${text}` : `${field}.${text}`
  if (isTextKey(key)) return say(key)
  return parseDay(text) === null ? text : dayWords(text, language)
}
