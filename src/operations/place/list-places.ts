import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { levels } from '../../kernel/place/place.ts'
import { warnings, warningsOn } from '../before-register.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { pageKey } from '../page-key.ts'
import { dayText, id, limit } from '../values.ts'
import type { PlacePorts } from './ports.ts'
import { placeView, shown } from './views.ts'

/** The places of a level, or below one, on a day, in Vietnamese order. */
export const placeList = operation({
  name: 'place.list',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Danh sách địa giới tại một ngày', en: 'List places on a day' },
  input: z.strictObject({
    parent: id.optional(),
    level: z.enum(levels).optional().meta({ description: 'province when neither level nor parent is given' }),
    on: dayText.optional(),
    after: z.string().max(300).optional(),
    limit: limit.optional(),
  }),
  output: z.strictObject({ items: z.array(placeView), next: z.string().nullable(), on: dayText, warnings }),
  rest: { method: 'GET', path: '/places' },
  async run(ports: PlacePorts, context, given) {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const after = pageKey(given.after, 'text', context.language)
    if (!after.ok) return after
    const page = await ports.places.list({
      parent: given.parent ?? null,
      level: given.level ?? (given.parent === undefined ? 'province' : null),
      on: on.value,
      after: after.value,
      limit: given.limit ?? 100,
    })
    const items = page.items.map((place) => ({
      ...shown(place),
      above: place.above.map((unit) => ({ ...unit })),
      basis: place.basis,
      certainty: place.certainty,
    }))
    return ok({ items, next: page.next, on: on.value, warnings: warningsOn(on.value) })
  },
})
