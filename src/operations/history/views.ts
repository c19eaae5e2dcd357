import { z } from 'zod'
import { instantText } from '../values.ts'

/** How a change is shown, through every door. */
export const entryView = z
  .strictObject({
    seq: z.string().meta({ description: 'position in the chain, from 1; decimal text' }),
    at: instantText,
    actor: z.string().meta({ description: 'a person’s id, or a word that is nobody’s name' }),
    actorName: z.string().meta({ description: 'as he is called now' }),
    onBehalfOf: z.string().nullable(),
    onBehalfOfName: z.string().nullable(),
    entity: z.string(),
    id: z.string(),
    verb: z.string(),
    change: z.unknown().meta({ description: 'the change as a value, mostly {field: [before, after]}' }),
    hash: z.string(),
  })
  .meta({ id: 'Entry' })
