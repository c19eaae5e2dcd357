import { z } from 'zod'

/**
 * A number may come as text: from a query string, from a form. Whatever else the language would make a number of — nothing is 0,
 * yes is 1, a list of one is that one, 0x10 is 16 — is none, and is named. [ACC-18]
 *
 * @returns the first field that takes a number and was given something else; null: there is none
 */
export function noNumber(input: z.ZodType, given: unknown): string | null {
  if (!(input instanceof z.ZodObject) || typeof given !== 'object' || given === null) return null
  const wrong = Object.entries(given).find(([name, value]) => takesNumber(input.shape[name]) && !isNumber(value))
  return wrong?.[0] ?? null
}

const takesNumber = (schema: unknown): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? takesNumber(schema.unwrap())
    : schema instanceof z.ZodNumber && schema.def.coerce === true

const isNumber = (value: unknown): boolean =>
  value === undefined || typeof value === 'number' || (typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value))
