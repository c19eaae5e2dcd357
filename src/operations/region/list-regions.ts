import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import type { RegionPorts } from './ports.ts'

const warnings = z.array(z.enum(['between-lists', 'member-ended'])).meta({
  description:
    'between-lists: a region that the register knows before and after this day is not known on it; member-ended: a member of a region is no province on this day, and is left out',
})

/**
 * The regions that are there on a day, with their members of that day. Regions overlap, change, and may be uncertain.
 * What the register does not know on the day is not passed over: a list with a gap in it says so. [PLA-14]
 */
export const regionList = operation({
  name: 'region.list',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Các vùng và tỉnh thành viên tại một ngày', en: 'Regions and their members on a day' },
  input: z.strictObject({ on: dayText.optional() }),
  output: z.strictObject({
    on: dayText,
    items: z.array(
      z
        .strictObject({
          id,
          name: z.string(),
          from: dayText.nullable(),
          to: dayText.nullable(),
          basis: z.string(),
          certainty: z.string(),
          members: z.array(z.strictObject({ place: id, name: z.string(), code: z.string() })),
        })
        .meta({ id: 'Region' }),
    ),
    warnings,
  }),
  rest: { method: 'GET', path: '/regions' },
  async run(ports: RegionPorts, context, given) {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const [items, gaps] = [await ports.regions.list(on.value), await ports.regions.gaps(on.value)]
    return ok({
      on: on.value,
      items: items.map((region) => ({ ...region, members: region.members.map((member) => ({ ...member })) })),
      warnings: [...(gaps.betweenLists ? ['between-lists' as const] : []), ...(gaps.memberEnded ? ['member-ended' as const] : [])],
    })
  },
})
