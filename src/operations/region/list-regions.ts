import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import type { RegionPorts } from './ports.ts'

/** The regions that are there on a day, with their members of that day. Regions overlap, change, and may be uncertain. */
export const regionList = operation({
  name: 'region.list',
  kind: 'query',
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
  }),
  rest: { method: 'GET', path: '/regions' },
  async run(ports: RegionPorts, context, given) {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const items = await ports.regions.list(on.value)
    return ok({ on: on.value, items: items.map((region) => ({ ...region, members: region.members.map((member) => ({ ...member })) })) })
  },
})
