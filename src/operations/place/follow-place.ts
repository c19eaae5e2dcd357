import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result } from '../../base/result.ts'
import { follow } from '../../kernel/place/succession.ts'
import { warnings, warningsOn } from '../before-register.ts'
import { type Direction, followedOn, startOf } from '../follow-day.ts'
import { type Context, operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import type { PlacePorts } from './ports.ts'
import { holderView } from './views.ts'

const input = z.strictObject({
  id,
  on: followedOn,
})
const output = z.strictObject({ items: z.array(holderView), on: dayText, warnings })

/** Who holds the territory of a place on a later day: followed over mergers, splits and renamings. */
export const placeSuccessors = operation({
  name: 'place.successors',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Địa giới kế thừa tại một ngày', en: 'Who holds its territory on a day' },
  input,
  output,
  rest: { method: 'GET', path: '/places/{id}/successors' },
  run: (ports: PlacePorts, context, given) => holders(ports, context, given, 'forward'),
})

/** Who held the territory of a place on an earlier day. */
export const placePredecessors = operation({
  name: 'place.predecessors',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Địa giới tiền thân tại một ngày', en: 'Who held its territory on a day' },
  input,
  output,
  rest: { method: 'GET', path: '/places/{id}/predecessors' },
  run: (ports: PlacePorts, context, given) => holders(ports, context, given, 'back'),
})

async function holders(
  ports: PlacePorts,
  context: Context,
  given: z.infer<typeof input>,
  direction: Direction,
): Promise<Result<z.infer<typeof output>, Refusal>> {
  const start = startOf(await ports.places.get(given.id, context.today), { vi: 'địa giới', en: 'place' }, given.on, direction, context)
  if (!start.ok) return start
  const { own, on } = start.value
  const { links, places } = await ports.places.reach(own.id, direction)
  const byId = new Map([own, ...places].map((place) => [place.id, place]))
  const items = follow(own.id, links, byId, on, direction).map((holder) => {
    const place = byId.get(holder.id)
    return { ...holder, name: place?.fullName ?? holder.id, code: place?.code ?? '' }
  })
  return ok({ items, on, warnings: warningsOn(on) })
}
