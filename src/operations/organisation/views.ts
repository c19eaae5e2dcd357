import { z } from 'zod'
import { matchedBy } from '../../kernel/place/match.ts'
import { dayText, id } from '../values.ts'
import type { StoredOrganisation } from './ports.ts'

/** How an organisation is shown, through every door. */
const name = z.strictObject({ name: z.string(), abbreviation: z.string(), from: dayText.nullable(), to: dayText.nullable() })

const shape = {
  id: id.meta({ description: 'of the body between two reorganisations; stable' }),
  name: z.string(),
  abbreviation: z.string(),
  kind: z.enum(['internal', 'ministry', 'locality', 'business', 'group']),
  rank: z.string(),
  of: z.string().meta({ description: 'the province whose body it is; empty: of the state' }),
  from: dayText.nullable().meta({ description: 'null: the beginning is not known' }),
  to: dayText.nullable().meta({ description: 'null: still so' }),
}

export const organisationView = z
  .strictObject({ ...shape, names: z.array(name), basis: z.string(), certainty: z.string() })
  .meta({ id: 'Organisation' })

export const organisationMatch = z
  .strictObject({ ...shape, matched: z.strictObject({ by: z.enum(matchedBy), corrected: z.string().nullable() }) })
  .meta({ id: 'OrganisationMatch' })

export const heirView = z
  .strictObject({
    id,
    name: z.string(),
    of: z.string(),
    kind: z
      .string()
      .meta({ description: 'same, rename, merge, absorb, split, transfer, dissolve; return: to what it came of, when it was undone' }),
    scope: z.string().meta({ description: 'the functions or the territory; empty: all' }),
    share: z.number().nullable(),
    certain: z.boolean(),
    basis: z.string(),
  })
  .meta({ id: 'Heir' })

export const shown = (one: StoredOrganisation): z.infer<z.ZodObject<typeof shape>> => ({
  id: one.id,
  name: one.name,
  abbreviation: one.abbreviation,
  kind: one.kind,
  rank: one.rank,
  of: one.of,
  from: one.from,
  to: one.to,
})

export const whole = (one: StoredOrganisation): z.infer<typeof organisationView> => ({
  ...shown(one),
  names: one.names.map((called) => ({ name: called.name, abbreviation: called.abbreviation, from: called.from, to: called.to })),
  basis: one.basis,
  certainty: one.certainty,
})
