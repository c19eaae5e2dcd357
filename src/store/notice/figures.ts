import { sql } from 'kysely'
import type { Concern } from '../../kernel/notice/concern.ts'
import { END, type Slice } from './slice.ts'

/**
 * Numbers of what was said of figures: reports on what he keeps, answers to what he reported. The first are asked for only where he
 * keeps something; what no body keeps is every steward's. [NOT-10] [DAT-100] @cost of the reports on his datasets, and of his own
 */
export const figures = ({ keeps }: Concern, person: string, { before, after, limit }: Slice) => {
  const wanted = sql`e.id > ${after?.figure ?? 0n} and e.id < ${before ?? END} and e.actor is distinct from ${person}
      and (${after?.from ?? null}::date is null or e.at::date >= ${after?.from ?? null}::date)`
  const answers = sql`
    (
      select e.id from figure_report r
      join figure_report_event e on e.report_id = r.id
      where r.person_id = ${person}::uuid and e.kind <> 'reported' and ${wanted}
      order by e.id desc
      limit ${limit}
    )`
  if (keeps !== 'all' && keeps.length === 0) return answers
  const kept = keeps === 'all' ? sql`true` : sql`(d.custodian is null or d.custodian = any (${keeps}::text[]))`
  return sql`${answers}
    union
    (
      select e.id from figure_report_event e
      join figure_report r on r.id = e.report_id
      join dataset d on d.id = r.dataset_id
      where e.kind = 'reported' and ${kept} and ${wanted}
      order by e.id desc
      limit ${limit}
    )`
}

type FigureRow = {
  id: bigint
  kind: string
  at: string
  actor: string | null
  words: string
  report_id: string
  no: number
  slug: string
  title: string
}

export const figuresOf = (concern: Concern, person: string, slice: Slice) => sql<FigureRow>`
  select e.id, e.kind, e.at, e.actor, coalesce(e.words, r.words) as words, e.report_id, r.no, d.slug, d.title
  from (select id from (${figures(concern, person, slice)}) found order by id desc limit ${slice.limit}) last
  join figure_report_event e on e.id = last.id
  join figure_report r on r.id = e.report_id
  join dataset d on d.id = r.dataset_id
  order by e.id desc`
