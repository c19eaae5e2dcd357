import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Column, ColumnType, Rules } from './column.ts'

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
  readonly meaning: string | null
  readonly rules: Rules
}

const types: Readonly<Record<string, ColumnType>> = {
  integer: 'integer',
  year: 'integer',
  number: 'decimal',
  date: 'day',
  datetime: 'instant',
  boolean: 'boolean',
}
const MOST_FIELDS = 400
const MOST_VALUES = 2000
const LONGEST_PATTERN = 200
/** A repeated group of what is repeated may take longer than the age of the file to fail. */
const ENDLESS = /\([^()]*[+*}][^()]*\)[+*{]/

type Given = Readonly<Record<string, unknown>>
const isObject = (given: unknown): given is Given => typeof given === 'object' && given !== null && !Array.isArray(given)
const fault = (reason: string): Result<never, Refusal> => refuse({ code: 'import-schema', data: { reason } })
const texts = (given: unknown): readonly string[] =>
  Array.isArray(given) ? given.slice(0, MOST_VALUES).map(String) : typeof given === 'string' ? [given] : []

export function readTableSchema(given: unknown): Result<TableSchema, Refusal> {
  if (!isObject(given) || !Array.isArray(given['fields']) || given['fields'].length === 0) return fault('fields')
  if (given['fields'].length > MOST_FIELDS) return fault('fields')
  const missing = given['missingValues'] === undefined ? [] : texts(given['missingValues'])
  const fields: Field[] = []
  for (const each of given['fields'] as readonly unknown[]) {
    if (!isObject(each) || typeof each['name'] !== 'string') return fault('name')
    const rules = rulesOf(isObject(each['constraints']) ? each['constraints'] : {}, missing)
    if (rules === null) return fault(`pattern: ${each['name']}`)
    const said = each['description'] ?? each['title']
    fields.push({
      name: each['name'],
      type: types[String(each['type'])] ?? 'text',
      meaning: typeof said === 'string' ? said.slice(0, 500) : null,
      rules,
    })
  }
  return ok({ fields, key: texts(given['primaryKey']) })
}

/** @returns null: a pattern that is none, or that may never end */
function rulesOf(given: Given, missing: readonly string[]): Rules | null {
  const { pattern } = given
  if (pattern !== undefined && (typeof pattern !== 'string' || !isPattern(pattern))) return null
  const number = (name: string): number | undefined => (typeof given[name] === 'number' ? given[name] : undefined)
  const bound = (name: string): string | undefined =>
    typeof given[name] === 'number' || typeof given[name] === 'string' ? String(given[name]) : undefined
  return {
    required: given['required'] === true ? true : undefined,
    unique: given['unique'] === true ? true : undefined,
    enum: given['enum'] === undefined ? undefined : texts(given['enum']),
    minimum: bound('minimum'),
    maximum: bound('maximum'),
    minLength: number('minLength'),
    maxLength: number('maxLength'),
    pattern,
    missing: missing.length === 0 ? undefined : missing,
  }
}

function isPattern(text: string): boolean {
  if (text.length > LONGEST_PATTERN || ENDLESS.test(text)) return false
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** Columns as the schema says they are, by their headings or their names. @returns the field that no column has */
export function asSchema<C extends Column & { readonly nearly?: unknown }>(
  columns: readonly C[],
  { fields }: TableSchema,
): Result<readonly C[], Refusal> {
  const isOf = (column: Column, { name }: Field): boolean => column.label === name || column.name === name
  const stray = fields.find((field) => !columns.some((column) => isOf(column, field)))
  if (stray !== undefined) return refuse({ code: 'import-no-column', data: { column: stray.name } })
  return ok(
    columns.map((column) => {
      const field = fields.find((one) => isOf(column, one))
      return field === undefined
        ? column
        : { ...column, nearly: undefined, type: field.type, meaning: field.meaning ?? column.meaning, rules: field.rules }
    }),
  )
}
