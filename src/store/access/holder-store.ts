import { CompiledQuery, type Kysely, sql } from 'kysely'
import { type Body, holders } from '../../kernel/organisation/holder.ts'
import { RETURN, returns } from '../../kernel/organisation/undone.ts'
import { parseDay } from '../../kernel/period/day.ts'
import type { PlanLink } from '../../operations/succession/ports.ts'
import type { Tables } from '../tables.ts'

/** A statement with its parameters, whoever runs it: the owner who loads registers, or a command. */
export type Ask = (text: string, parameters?: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>

export const asking =
  (db: Kysely<Tables>): Ask =>
  async (text, parameters = []) =>
    (await db.executeQuery<Readonly<Record<string, unknown>>>(CompiledQuery.raw(text, [...parameters]))).rows

/** One succession at a time is committed or undone (`alone`); who needs the bodies as they are (`shared`) waits for it, and it for them. [TSK-45] */
export async function withSuccessions(db: Kysely<Tables>, how: 'alone' | 'shared'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await sql`select ${lock}(20250301)`.execute(db)
}

/** Bodies and links as the kernel sees them; a body that an undone plan made ends with it, and leads to those it came of. [ORG-25] */
export async function readSuccession(ask: Ask): Promise<{ readonly bodies: readonly Body[]; readonly links: readonly PlanLink[] }> {
  const bodies = await ask(`
    select o.id, o.from_day, o.plan_id, least(o.to_day, u.on_day) as to_day
    from organisation o
    left join succession_undo u on u.plan_id = o.plan_id
    order by o.id`)
  const links = await ask(`
    select s.from_id, s.to_id, s.kind, s.scope, s.at, s.origin, s.plan_id, u.on_day
    from organisation_succession s
    left join succession_undo u on u.plan_id = s.plan_id
    order by s.id`)
  const entered = links.flatMap((row) => {
    const at = dayOf(row['at'])
    if (at === null) return []
    const to = textOf(row['to_id'])
    const origin = row['origin'] === 'node' ? ('node' as const) : ('register' as const)
    const plan = textOf(row['plan_id'])
    return [
      {
        from: String(row['from_id']),
        to,
        kind: String(row['kind']),
        scope: String(row['scope']),
        at,
        undone: dayOf(row['on_day']),
        origin,
        plan,
      },
    ]
  })
  const madeBy = new Map(bodies.map((row) => [String(row['id']), textOf(row['plan_id']) ?? '']))
  const back = returns(entered, madeBy).map(({ link, from, to, at }) => ({ ...link, from, to, at, kind: RETURN, scope: '', undone: null }))
  return {
    bodies: bodies.map((row) => ({ id: String(row['id']), from: dayOf(row['from_day']), to: dayOf(row['to_day']) })),
    links: [...entered, ...back],
  }
}

/** Computes who holds whose work anew, in the transaction that changed a link. [ORG-7] @cost some hundreds of bodies: 50 ms */
export async function fillHolders(ask: Ask): Promise<void> {
  const { bodies, links } = await readSuccession(ask)
  const rows = holders(bodies, links).map((one) => ({
    organisation_id: one.organisation,
    from_day: one.from,
    to_day: one.to,
    holder_id: one.holder,
  }))
  await ask('delete from organisation_holder')
  await ask(
    `insert into organisation_holder (organisation_id, from_day, to_day, holder_id)
     select organisation_id, from_day, to_day, holder_id
     from jsonb_to_recordset($1::jsonb) as given (organisation_id text, from_day date, to_day date, holder_id text)`,
    [JSON.stringify(rows)],
  )
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const dayOf = (value: unknown) => (typeof value === 'string' ? parseDay(value) : null)
