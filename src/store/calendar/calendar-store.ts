import { type Kysely, sql } from 'kysely'
import { type Day, day } from '../../kernel/period/day.ts'
import type { CalendarDay, CalendarPorts } from '../../operations/calendar/ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { RegionPorts } from '../../operations/region/ports.ts'
import type { Tables } from '../tables.ts'

/** The working-day calendar and the regions. The last version of a day is in force. [PER-8] */
export const calendarPorts = (db: Kysely<Tables>, context: Context): CalendarPorts & RegionPorts => ({
  calendar: {
    steady: () => withTerms(db, 'shared'),
    alone: () => withTerms(db, 'alone'),
    days: async (from, to) => (await daysInForce(db, from, to).execute()).map(dayOf),
    async correct(given, seen) {
      const row = await correctedDay(db, { ...given, recorded_at: context.now }, seen).executeTakeFirst()
      return row === undefined ? null : dayOf(row)
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
    async gaps(on) {
      const row = await regionGapsOn(db, on).executeTakeFirstOrThrow()
      return { betweenLists: row.between_lists, memberEnded: row.member_ended }
    },
  },
})

/** A number of our own: whoever decides days holds it alone, whoever counts terms by them shares it. [PER-14] */
async function withTerms(db: Kysely<Tables>, how: 'alone' | 'shared'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await sql`select ${lock}(20201130)`.execute(db)
}

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
  ...gradeOf(row),
})

/** The register names a document within the certainty of some days: «12729/VPCP-KGVX, seen». */
function gradeOf({ certainty, basis }: Row): Pick<CalendarDay, 'certainty' | 'basis'> {
  const [document, grade] = certainty.split(/, (?=\w+$)/)
  return document === undefined || grade === undefined ? { certainty, basis } : { certainty: grade, basis: document }
}

export const daysInForce = (db: Kysely<Tables>, from: Day, to: Day) =>
  db
    .selectFrom('calendar_day')
    .distinctOn('day')
    .select(['day', 'version', 'kind', 'reason', 'certainty', 'basis'])
    .where('day', '>=', from)
    .where('day', '<', to)
    .orderBy('day')
    .orderBy('version', 'desc')

/** The version after the one that was seen, if that is the last; of two who follow it at once the second finds its number taken. */
export const correctedDay = (
  db: Kysely<Tables>,
  given: { day: Day; kind: string; reason: string; certainty: string; basis: string; recorded_at: string },
  seen: number,
) =>
  db
    .insertInto('calendar_day')
    .columns(['day', 'version', 'kind', 'reason', 'certainty', 'basis', 'recorded_at'])
    .expression(
      db
        .selectNoFrom((eb) => [
          sql<string>`${given.day}::date`.as('day'),
          sql<number>`${seen}::int + 1`.as('version'),
          eb.val(given.kind).as('kind'),
          eb.val(given.reason).as('reason'),
          eb.val(given.certainty).as('certainty'),
          eb.val(given.basis).as('basis'),
          sql<string>`${given.recorded_at}::timestamptz`.as('recorded_at'),
        ])
        .where(sql<boolean>`coalesce((select max(version) from calendar_day where day = ${given.day}::date), 0) = ${seen}::int`),
    )
    .onConflict((conflict) => conflict.columns(['day', 'version']).doNothing())
    .returningAll()

/** Members are named by code, and a code is read on the day. */
export const regionsOn = (db: Kysely<Tables>, on: string) =>
  db
    .selectFrom('region_member as m')
    .innerJoin('place as p', (join) => join.onRef('p.code', '=', 'm.province_code').on('p.level', '=', 'province').on(inForce('p', on)))
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
    .where(inForce('m', on))
    .orderBy('m.region_id')
    .orderBy('p.sort_key')

/** A region that ended by the day and begins again after it; a member in force whose code no province bears on the day. */
export const regionGapsOn = (db: Kysely<Tables>, on: string) =>
  db.selectNoFrom((eb) => [
    eb
      .exists(
        db
          .selectFrom('region_member as before')
          .innerJoin('region_member as after', 'after.region_id', 'before.region_id')
          .where('before.to_day', '<=', on)
          .where('after.from_day', '>', on)
          .where(({ not, exists, selectFrom }) =>
            not(exists(selectFrom('region_member as m').whereRef('m.region_id', '=', 'before.region_id').where(inForce('m', on)))),
          ),
      )
      .$castTo<boolean>()
      .as('between_lists'),
    eb
      .exists(
        db
          .selectFrom('region_member as m')
          .where(inForce('m', on))
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('place as p')
                  .whereRef('p.code', '=', 'm.province_code')
                  .where('p.level', '=', 'province')
                  .where(inForce('p', on)),
              ),
            ),
          ),
      )
      .$castTo<boolean>()
      .as('member_ended'),
  ])

const inForce = (table: 'm' | 'p', on: string) =>
  sql<boolean>`coalesce(${sql.ref(`${table}.from_day`)}, '-infinity') <= ${on}::date and ${on}::date < coalesce(${sql.ref(`${table}.to_day`)}, 'infinity')`
