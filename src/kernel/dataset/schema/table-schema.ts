import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import type { Column, ColumnType, Form, Rules } from '../cell/column.ts'
import { readDay } from '../cell/day-text.ts'
import { readDecimal } from '../cell/number-text.ts'
import { readPeriod } from '../cell/period-text.ts'
import { patternOf } from './pattern.ts'

/**
 * A schema that came with a file: types, and what a value must be. It is enforced cell by cell, and what breaks it is a bad row
 * like any other. [DAT-24]
 *
 * @source Frictionless Table Schema, version 1; of its types those that a column here has, the others are text
 */
export type TableSchema = { readonly fields: readonly Field[]; readonly key: readonly string[] }
type Field = {
  readonly name: string
  readonly type: ColumnType
  /** How its cells are written; undefined: the schema leaves it to them. */
  readonly form: Form | null | undefined
  readonly isYear: boolean
  readonly meaning: string | null
  readonly rules: Rules
}

const types: ReadonlyMap<string, ColumnType> = new Map([
  ['integer', 'integer'],
  ['year', 'integer'],
  ['number', 'decimal'],
  ['date', 'day'],
  ['datetime', 'instant'],
  ['yearmonth', 'period'],
  ['boolean', 'boolean'],
])
/** Types that are texts here, held to how they are written. */
const TEXTS: ReadonlySet<string> = new Set(['string', 'any', 'geopoint', 'time'])
const HELD: ReadonlySet<string> = new Set([
  ...['required', 'unique', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'pattern'],
])
const NUMBER = '-?\\d+(?:\\.\\d+)?'
/** How texts are written, by type and format; a format that is not here is not read. */
const WRITTEN: Readonly<Record<string, string>> = {
  'string default': '',
  'any default': '',
  'string email': '[^\\s@]+@[^\\s@]+\\.[^\\s@]+',
  'string uri': '[A-Za-z][A-Za-z0-9+.-]*:\\S+',
  'string uuid': '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}',
  'yearmonth default': '\\d{4}-(?:0[1-9]|1[0-2])',
  'time default': '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?',
  'geopoint default': `${NUMBER}, ?${NUMBER}`,
  'geopoint array': `\\[ ?${NUMBER}, ?${NUMBER} ?\\]`,
}
/** @returns null: a format that is not read here; empty: whatever it is */
const writtenAs = (type: string, format: unknown): string | null => WRITTEN[`${type} ${String(format)}`] ?? null
const MOST_FIELDS = 400
/** In letters, of all its lists of values together: they stay with the columns. A list is never cut. */
const MOST_VALUES = 500_000
const LONGEST_PATTERN = 200

type Given = Readonly<Record<string, unknown>>
const isObject = (given: unknown): given is Given => typeof given === 'object' && given !== null && !Array.isArray(given)
const fault = (reason: string): Result<never, Refusal> => refuse({ code: 'import-schema', data: { reason } })
const texts = (given: unknown): readonly string[] => (Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : [])

export function readTableSchema(given: unknown): Result<TableSchema, Refusal> {
  if (!isObject(given) || !Array.isArray(given['fields']) || given['fields'].length === 0) return fault('fields')
  if (given['fields'].length > MOST_FIELDS) return fault('fields')
  if (Array.isArray(given['foreignKeys']) && given['foreignKeys'].length > 0) return fault('foreignKeys')
  const missing = given['missingValues'] === undefined ? [] : texts(given['missingValues'])
  const fields: Field[] = []
  let values = 0
  for (const each of given['fields'] as readonly unknown[]) {
    if (!isObject(each) || typeof each['name'] !== 'string') return fault('name')
    const named = each['type'] ?? 'string'
    const type = types.get(String(named)) ?? 'text'
    if (type === 'text' && !TEXTS.has(String(named))) return fault(`type ${String(named)}: ${each['name']}`)
    const own = isObject(each['constraints']) ? each['constraints'] : {}
    const unheld = Object.keys(own).find((name) => !HELD.has(name))
    if (unheld !== undefined) return fault(`${unheld}: ${each['name']}`)
    const written = type === 'text' || type === 'period' ? writtenAs(String(named), each['format'] ?? 'default') : ''
    if (written === null) return fault(`format ${String(each['format'])}: ${each['name']}`)
    const form = formIn(each, type)
    if (typeof form === 'object' && form !== null) return fault(`${form.unknown}: ${each['name']}`)
    const rules = rulesOf(
      each,
      { type, form: form ?? null },
      each['missingValues'] === undefined ? missing : texts(each['missingValues']),
      written,
    )
    if (rules === null) return fault(`pattern: ${each['name']}`)
    values += [rules.enum, rules.missing, rules.yes, rules.no].flat().reduce((sum, value = '') => sum + value.length, 0)
    if (values > MOST_VALUES) return fault(`enum > ${MOST_VALUES}: ${each['name']}`)
    const said = each['description'] ?? each['title']
    fields.push({
      name: each['name'],
      type,
      form,
      isYear: each['type'] === 'year',
      meaning: typeof said === 'string' ? said.slice(0, 500) : null,
      rules,
    })
  }
  return ok({ fields, key: texts(given['primaryKey']) })
}

/** Days as they are written, by their patterns of strptime; a time of the day may follow. */
const DAYS: ReadonlyMap<string, Form | null> = new Map([
  ['%Y-%m-%d', null],
  ['%d/%m/%Y', 'dmy'],
  ['%d-%m-%Y', 'dmy'],
  ['%d.%m.%Y', 'dmy'],
  ['%m/%d/%Y', 'mdy'],
  ['%m-%d-%Y', 'mdy'],
  ['%Y/%m/%d', 'ymd'],
])

/** How the cells of a field are written. @returns what of it cannot be read here, rather than taken for something else */
function formIn(field: Given, type: ColumnType): Form | null | undefined | { readonly unknown: string } {
  if (type === 'integer' || type === 'decimal') {
    if (field['bareNumber'] === false) return { unknown: 'bareNumber' }
    const decimal = field['decimalChar'] ?? (field['groupChar'] === '.' ? ',' : '.')
    const groups = decimal === ',' ? ['.', ' ', undefined] : [',', ' ', undefined]
    if (decimal !== ',' && decimal !== '.') return { unknown: 'decimalChar' }
    if (!groups.some((group) => group === field['groupChar'])) return { unknown: 'groupChar' }
    return decimal === ',' ? 'comma' : 'point'
  }
  if (type !== 'day' && type !== 'instant') return null
  const format = field['format'] ?? 'default'
  if (format === 'default') return null
  if (format === 'any') return undefined
  const [, said = ''] = /^(.+?)(?:[T ]%H:%M(?::%S)?(?:Z|%z)?)?$/.exec(String(format)) ?? []
  const form = DAYS.get(said)
  return form === undefined ? { unknown: 'format' } : form
}

/** Of a column of truths, as the standard has them where the schema says no others. */
const YES = ['true', 'True', 'TRUE', '1']
const NO = ['false', 'False', 'FALSE', '0']

/** @returns null: a pattern that is none, or none that one pass over a text decides */
function rulesOf(field: Given, { type, form }: Pick<Column, 'type' | 'form'>, missing: readonly string[], written: string): Rules | null {
  const given = isObject(field['constraints']) ? field['constraints'] : {}
  const { pattern } = given
  const canonical = (value: unknown): string => {
    if (typeof value !== 'string') return String(value)
    const read =
      type === 'integer' || type === 'decimal'
        ? readDecimal(value, form)
        : type === 'day'
          ? readDay(value, form)
          : type === 'period'
            ? readPeriod(value, null)
            : null
    return read ?? value
  }
  if (pattern !== undefined && (typeof pattern !== 'string' || pattern.length > LONGEST_PATTERN || patternOf(pattern) === null)) return null
  const number = (name: string): number | undefined => (typeof given[name] === 'number' ? given[name] : undefined)
  const bound = (name: string): string | undefined =>
    typeof given[name] === 'number' || typeof given[name] === 'string' ? canonical(given[name]) : undefined
  return {
    required: given['required'] === true ? true : undefined,
    unique: given['unique'] === true ? true : undefined,
    enum: Array.isArray(given['enum']) ? given['enum'].map(canonical) : undefined,
    minimum: bound('minimum'),
    maximum: bound('maximum'),
    exclusiveMinimum: bound('exclusiveMinimum'),
    exclusiveMaximum: bound('exclusiveMaximum'),
    minLength: number('minLength'),
    maxLength: number('maxLength'),
    pattern,
    written: written === '' ? undefined : written,
    missing: missing.length === 0 ? undefined : missing,
    ...(type === 'boolean'
      ? {
          yes: field['trueValues'] === undefined ? YES : texts(field['trueValues']),
          no: field['falseValues'] === undefined ? NO : texts(field['falseValues']),
        }
      : {}),
  }
}

/** Columns as the schema says they are, by their headings or their names. @returns the field that no column has */
export function asSchema<C extends Column & { readonly nearly?: unknown; readonly asks: readonly Form[] }>(
  columns: readonly C[],
  { fields }: TableSchema,
): Result<readonly C[], Refusal> {
  const isOf = (column: Column, { name }: Field): boolean => column.label === name || column.name === name
  const stray = fields.find((field) => !columns.some((column) => isOf(column, field)))
  if (stray !== undefined) return refuse({ code: 'import-no-column', data: { column: stray.name } })
  return ok(
    columns.map((column) => {
      const field = fields.find((one) => isOf(column, one))
      if (field === undefined) return column
      const said = field.form === undefined ? {} : { form: field.form, asks: [] }
      const year = field.isYear ? { role: 'year' as const } : {}
      return {
        ...column,
        nearly: undefined,
        type: field.type,
        meaning: field.meaning ?? column.meaning,
        rules: field.rules,
        ...said,
        ...year,
      }
    }),
  )
}
