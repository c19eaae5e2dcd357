import { z } from 'zod'
import { instantText } from '../values.ts'

/** How a change is shown, through every door. */
export const entryView = z
  .strictObject({
    seq: z.string().meta({ description: 'position in the chain, from 1; decimal text' }),
    at: instantText,
    actor: z.string(),
    onBehalfOf: z.string().nullable(),
    entity: z.string(),
    id: z.string(),
    verb: z.string(),
    change: z.unknown().meta({ description: 'the change as a value, mostly {field: [before, after]}' }),
    hash: z.string(),
  })
  .meta({ id: 'Entry' })
