import { z } from 'zod'

/**
 * The small values that several operations take or give, as they travel: text and numbers that JSON and a query string
 * can carry. No transforms: a schema says the same for what comes in and in OpenAPI. Days come in as typed and are read
 * by `parseDay` inside the operation, so that a refusal names the value.
 */
export const id = z.string().min(1).max(80)
export const dayText = z
  .string()
  .min(6)
  .max(10)
  .meta({ id: 'Day', description: 'YYYY-MM-DD, a calendar day in Asia/Ho_Chi_Minh', examples: ['2025-07-01'] })
export const instantText = z.string().meta({ id: 'Instant', description: 'ISO 8601 with zone' })
/** The version of a record that a person has seen; as text from a form. */
export const version = z.coerce.number().int().min(1).max(2_147_483_647)
/** From a query string a number arrives as text. */
export const limit = z.coerce.number().int().min(1).max(500)
