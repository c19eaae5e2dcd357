import { z } from 'zod'
import { matchedBy } from '../../kernel/place/match.ts'
import { levels } from '../../kernel/place/place.ts'
import { dayText, id } from '../values.ts'
import type { StoredPlace } from './ports.ts'

/** How a place is shown, through every door. */
const parent = z.strictObject({ id, name: z.string(), code: z.string() })

const shape = {
  id: id.meta({ description: 'of this unit-version; stable' }),
  name: z.string().meta({ description: 'in full: Phường Hải Châu' }),
  code: z.string().meta({ description: 'read with a day: codes are given again' }),
  level: z.enum(levels),
  parent: parent.nullable().meta({ description: 'on the day asked about' }),
  from: dayText.nullable().meta({ description: 'null: the beginning is not known' }),
  to: dayText.nullable().meta({ description: 'the first day on which it no longer held; null: still so' }),
}

export const placeView = z
  .strictObject({ ...shape, above: z.array(parent), basis: z.string(), certainty: z.string() })
  .meta({ id: 'Place' })

export const matchView = z
  .strictObject({
    ...shape,
    matched: z.strictObject({
      by: z.enum(matchedBy),
      corrected: z.string().nullable().meta({
        description:
          'what was read in place of what was typed; by succession: the unit that bore the name or code; by archipelago: its name',
      }),
    }),
  })
  .meta({ id: 'PlaceMatch' })

export const holderView = z
  .strictObject({
    id,
    name: z.string(),
    code: z.string(),
    kind: z.string().meta({ description: 'same, merge, split, rename' }),
    share: z.number().nullable().meta({
      description:
        'successors: how much of the territory asked about went there; predecessors: how much of theirs came here; 0 to 1, null: not known',
    }),
    certain: z.boolean(),
    basis: z.string(),
  })
  .meta({ id: 'PlaceHolder' })

export const shown = (place: StoredPlace): z.infer<z.ZodObject<typeof shape>> => ({
  id: place.id,
  name: place.fullName,
  code: place.code,
  level: place.level,
  parent: place.above[0] === undefined ? null : { ...place.above[0] },
  from: place.from,
  to: place.to,
})
