import { z } from 'zod'

/**
 * A number may come as text: from a query string, from a form. Whatever else the language would make a number of — nothing is 0,
 * yes is 1, a list of one is that one, 0x10 is 16 — is none, and is named. [ACC-18]
 *
 * @returns the first field that takes a number and was given something else, within lists and records too: `days.0.version`; null: there is none
 */
export function noNumber(input: unknown, given: unknown): string | null {
  const schema = bare(input)
  if (schema instanceof z.ZodNumber) return schema.def.coerce === true && !isNumber(given) ? '' : null
  if (schema instanceof z.ZodArray) return Array.isArray(given) ? within(given.entries(), () => schema.element) : null
  if (!(schema instanceof z.ZodObject) || typeof given !== 'object' || given === null) return null
  return within(Object.entries(given), (name) => schema.shape[name])
}

function within(entries: Iterable<readonly [string | number, unknown]>, schemaOf: (name: string | number) => unknown): string | null {
  for (const [name, value] of entries) {
    const wrong = value === undefined ? null : noNumber(schemaOf(name), value)
    if (wrong !== null) return wrong === '' ? `${name}` : `${name}.${wrong}`
  }
  return null
}

const bare = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value))
