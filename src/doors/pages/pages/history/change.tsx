import type { Language } from '../../../../base/refusals.ts'
import { isTextKey, type Say } from '../../../../base/text/text.ts'
import { roles } from '../../../../kernel/access/role.ts'
import { parseDay } from '../../../../kernel/period/day.ts'
import { roleNames } from '../../../../operations/access/role-names.ts'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { dayWords } from '../../dates.ts'
import { fieldWords } from '../../field-words.ts'

/** A change as the history keeps it, `{field: [before, after]}` mostly, in words: the field, what it was, what it is. */
export function Change({ of, names = NO_NAMES, entity = '' }: { of: unknown; names?: Names; entity?: string }) {
  const say = useSay()
  const language = useLanguage()
  if (typeof of !== 'object' || of === null) return null
  const rows = flat(of).filter(([field, value]) => !hidden.has(field) && !saysAnId(value, names))
  if (rows.length === 0) return null
  const reading = { say, language, names }
  return (
    <ul className="diff">
      {rows.map(([field, value]) => (
        <li key={field}>
          <span className="muted">{fieldOf(say, entity, field)}:</span>{' '}
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

/** A field may be called otherwise of one kind of record: the source of a document is how it came. */
function fieldOf(say: Say, entity: string, field: string): string {
  const [name = '', ...column] = field.split('/')
  const own = `field.${entity}.${name}`
  const words = isTextKey(own) ? say(own) : fieldWords(say, name)
  return column.length === 0 ? words : `${column.join('/')}, ${words}`
}

/** Columns of a dataset that were described anew, as fields of their own: `unit/Dân số`. [DAT-122] */
function flat(of: object): readonly (readonly [string, unknown])[] {
  return Object.entries(of).flatMap(([field, value]): readonly (readonly [string, unknown])[] => {
    if (field !== 'columns' || !isPair(value) || !Array.isArray(value[0]) || !Array.isArray(value[1])) return [[field, value]]
    const after: readonly unknown[] = value[1]
    return value[0].flatMap((was: unknown, i) => {
      const is = after[i]
      if (!isFields(was) || !isFields(is)) return []
      return Object.keys(is)
        .filter((name) => name !== 'name' && (name !== 'label' || was['label'] !== is['label']))
        .map((name) => [`${name}/${String(was['label'])}`, [was[name], is[name]]] as const)
    })
  })
}
const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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

/** Where the words of a field stand, when not under its own name. */
const WORDS: Readonly<Record<string, string>> = { themes: 'theme', contents: 'content', measure: 'column.measure' }

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
  const key = typeof value === 'boolean' ? `value.${text}` : `${WORDS[field.split('/')[0] ?? ''] ?? field.split('/')[0]}.${text}`
  if (isTextKey(key)) return say(key)
  return parseDay(text) === null ? text : dayWords(text, language)
}
