import { type Kysely, sql } from 'kysely'
import type { Answers, AsOf, Narrowing } from '../../operations/board/ports.ts'
import type { Tables } from '../tables.ts'
import { chosen, helpers } from '../task/standing.ts'

type Filter = Narrowing & AsOf

/** Joint work by province: how much of it has had a part sent, or an answer recorded, by then, and after how many days the first came. [BRD-7] */
export const answersOf = (db: Kysely<Tables>, filter: Filter, home: string) =>
  db
    // once: the first answer of each is looked up, and used twice below
    .with(
      (cte) => cte('asked').materialized(),
      () =>
        chosen(db, filter, home)
          .innerJoin(
            helpers(db, filter.on, home)
              .select(['helping.task_id', 'helping.organisation_id', 'helping.name', 'helping.of_place', 'helping.from_day'])
              .as('helper'),
            'helper.task_id',
            's.id',
          )
          .where('s.cancelled', '=', false)
          .select((eb) => [
            'helper.task_id',
            'helper.of_place',
            'helper.from_day',
            eb
              .selectFrom('task_event')
              // an answer that was recorded came with its letter
              .select(
                sql<
                  string | null
                >`min(case when task_event.kind = 'answered' then coalesce(task_event.day, task_event.on_day) else task_event.on_day end)`.as(
                  'day',
                ),
              )
              .whereRef('task_event.task_id', '=', 'helper.task_id')
              // by itself, or by whoever had its work on the day it was said
              .where(
                sql<boolean>`(task_event.organisation_id = helper.organisation_id
                or (helper.organisation_id is null and task_event.organisation_id is null and task_event.organisation_name = helper.name)
                or task_event.organisation_id = (
                select h.holder_id from organisation_holder h
                where h.organisation_id = helper.organisation_id
                  and daterange(h.from_day, h.to_day) @> task_event.on_day))`,
              )
              .where('task_event.kind', 'in', ['part', 'answered'])
              .where('task_event.on_day', '<=', filter.on)
              .as('answered_on'),
          ]),
    )
    .selectFrom('asked')
    .select([
      'asked.of_place',
      sql<bigint>`count(distinct asked.task_id)`.as('joint'),
      sql<bigint>`count(distinct asked.task_id) filter (where asked.answered_on is not null)`.as('answered'),
      sql<number | null>`percentile_disc(0.5) within group (order by asked.answered_on - asked.from_day)`.as('days'),
    ])
    .groupBy('asked.of_place')
    .orderBy('asked.of_place')

export async function answers(db: Kysely<Tables>, filter: Filter, home: string): Promise<readonly Answers[]> {
  const rows = await answersOf(db, filter, home).execute()
  return rows.map((row) => ({
    neighbour: row.of_place,
    joint: Number(row.joint),
    answered: Number(row.answered),
    days: row.days === null ? null : Number(row.days),
  }))
}
