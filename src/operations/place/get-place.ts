import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import type { PlacePorts } from './ports.ts'
import { placeView, shown } from './views.ts'

/** One unit-version, with the units above it on a day. */
export const placeGet = operation({
  name: 'place.get',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Một đơn vị hành chính', en: 'One place' },
  input: z.strictObject({
    id,
    on: dayText.optional().meta({ description: 'the units above as of this day; today, or its last day, when absent' }),
  }),
  output: placeView,
  rest: { method: 'GET', path: '/places/{id}' },
  async run(ports: PlacePorts, context, given) {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const place = await ports.places.get(given.id, on.value)
    if (place === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'địa giới' : 'place' } })
    return ok({ ...shown(place), above: place.above.map((unit) => ({ ...unit })), basis: place.basis, certainty: place.certainty })
  },
})
