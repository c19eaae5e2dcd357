import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import type { PlacePorts } from './ports.ts'

/** The outlines of the provinces on a day, for a map of the country; Hoàng Sa and Trường Sa are always among them. */
export const placeOutlines = operation({
  name: 'place.outlines',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Đường bao các tỉnh tại một ngày', en: 'Outlines of the provinces on a day' },
  input: z.strictObject({ on: dayText.optional() }),
  output: z.strictObject({
    on: dayText,
    attribution: z.string(),
    items: z.array(
      z.strictObject({
        place: id,
        name: z.string(),
        kind: z.enum(['province', 'archipelago']),
        geometry: z.unknown().meta({ description: 'GeoJSON MultiPolygon, degrees WGS 84, simplified' }),
      }),
    ),
  }),
  rest: { method: 'GET', path: '/place-outlines' },
  async run(ports: PlacePorts, context, given) {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const items = await ports.places.outlines(on.value)
    return ok({
      on: on.value,
      attribution: 'geoBoundaries, geoboundaries.org, CC BY 4.0; ghép theo sáp nhập 1-7-2025',
      items: items.map((one) => ({ ...one })),
    })
  },
})
