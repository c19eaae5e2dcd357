import { type Kysely, sql } from 'kysely'
import { type Day, day } from '../kernel/period/day.ts'
import type { CalendarDay, CalendarPorts } from '../operations/calendar/ports.ts'
import type { Context } from '../operations/operation.ts'
import type { RegionPorts } from '../operations/region/ports.ts'
import type { Tables } from './tables.ts'

/** The working-day calendar and the regions. The last version of a day is in force. [PER-8] */
export const calendarPorts = (db: Kysely<Tables>, context: Context): CalendarPorts & RegionPorts => ({
  calendar: {
    days: async (from, to) => (await daysInForce(db, from, to).execute()).map(dayOf),
    async correct(given) {
      const row = await db
        .insertInto('calendar_day')
        .values({
          day: given.day,
          version: sql<number>`coalesce((select max(version) from calendar_day where day = ${given.day}::date), 0) + 1`,
          kind: given.kind,
          reason: given.reason,
          certainty: given.certainty,
          basis: given.basis,
          recorded_at: context.now,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      return dayOf(row)
    },
  },
  regions: {
    async list(on) {
      const rows = await regionsOn(db, on).execute()
      return [...Map.groupBy(rows, (row) => row.region_id)].map(([id, members]) => {
        const [first] = members
        if (first === undefined) throw new Error('a group has a member')
        return {
          id,
          name: first.name,
          from: first.from_day,
          to: first.to_day,
          basis: first.basis,
          certainty: first.certainty,
          members: members.map((row) => ({ place: row.place_id, name: row.full_name, code: row.province_code })),
        }
      })
    },
  },
})

type Row = {
  readonly day: string
  readonly version: number
  readonly kind: string
  readonly reason: string
  readonly certainty: string
  readonly basis: string
}
const kinds = ['closed', 'worked', 'ordinary'] as const
const dayOf = (row: Row): CalendarDay => ({
  day: day(row.day),
  version: row.version,
  kind: kinds.find((kind) => kind === row.kind) ?? 'ordinary',
  reason: row.reason,
  certainty: row.certainty,
  basis: row.basis,
})

export const daysInForce = (db: Kysely<Tables>, from: Day, to: Day) =>
  db
    .selectFrom('calendar_day')
    .distinctOn('day')
    .select(['day', 'version', 'kind', 'reason', 'certainty', 'basis'])
    .where('day', '>=', from)
    .where('day', '<', to)
    .orderBy('day')
    .orderBy('version', 'desc')

/** Members are named by code, and a code is read on the day. */
export const regionsOn = (db: Kysely<Tables>, on: string) =>
  db
    .selectFrom('region_member as m')
    .innerJoin('place as p', (join) =>
      join
        .onRef('p.code', '=', 'm.province_code')
        .on('p.level', '=', 'province')
        .on(sql<boolean>`coalesce(p.from_day, '-infinity') <= ${on}::date and ${on}::date < coalesce(p.to_day, 'infinity')`),
    )
    .select([
      'm.region_id',
      'm.name',
      'm.province_code',
      'm.from_day',
      'm.to_day',
      'm.basis',
      'm.certainty',
      'p.id as place_id',
      'p.full_name',
    ])
    .where(sql<boolean>`coalesce(m.from_day, '-infinity') <= ${on}::date and ${on}::date < coalesce(m.to_day, 'infinity')`)
    .orderBy('m.region_id')
    .orderBy('p.sort_key')
