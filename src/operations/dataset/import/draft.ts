import { z } from 'zod'
import { totalsWays } from '../../../kernel/dataset/sheet/totals.ts'

/**
 * What a person has typed of the dataset and of the way its file comes in, as it was typed: kept while the file is read again,
 * and held to its rules when the import is confirmed, not before. [DAT-47]
 */
export const importDraft = z.strictObject({
  title: z.string().max(400),
  description: z.string().max(8000),
  custodian: z.string().max(400).meta({ description: 'a name, or part of one' }),
  basis: z.string().max(400),
  access: z.string().max(40),
  licence: z.string().max(400),
  attribution: z.string().max(1000),
  source: z.string().max(1000),
  cadence: z.string().max(40),
  themes: z.array(z.string().max(40)).max(20),
  contents: z.array(z.string().max(40)).max(20),
  territory: z.string().max(400),
  key: z.array(z.string().max(80)).max(8).optional().meta({ description: 'absent: what is proposed' }),
  bad: z.enum(['stop', 'leave-out']),
  totals: z.enum(totalsWays).optional(),
  validOn: z.string().max(40),
  note: z.string().max(1000),
  hasHead: z.enum(['', 'true', 'false']),
  crs: z.string().max(40).optional().meta({ description: 'absent: what is proposed' }),
  places: z
    .array(
      z.strictObject({
        column: z.string().max(80),
        taken: z.boolean(),
        is: z.array(z.strictObject({ value: z.string().max(400), place: z.string().max(120) })).max(500),
      }),
    )
    .max(8)
    .meta({ description: 'units that were chosen for texts that are none, or several' }),
})

export type ImportDraft = z.infer<typeof importDraft>
