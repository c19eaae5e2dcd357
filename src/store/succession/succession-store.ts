import { randomUUID } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import { fold, plainTone, sortKey } from '../../base/fold.ts'
import { linksOf } from '../../kernel/organisation/plan.ts'
import { day, parseDay } from '../../kernel/period/day.ts'
import type { Context } from '../../operations/operation.ts'
import type { NewBody, PlanDraft, StoredPlan, SuccessionPorts } from '../../operations/succession/ports.ts'
import { asking, fillHolders, readSuccession, withSuccessions } from '../access/holder-store.ts'
import { isInstantKey, isUuid, readKey, writeKey } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { closeRouted, giveOver, handBack, handBackHelp, openByLead, openOf, openPairs } from './succession-work.ts'

/** Plans of succession, and what committing or undoing one adds. @param settled told when what is held of the register is stale */
export const successionPorts = (db: Kysely<Tables>, context: Context, settled: () => Promise<void>): SuccessionPorts => ({
  successions: {
    alone: () => withSuccessions(db, 'alone'),
    async add(draft) {
      const { id } = await db
        .insertInto('succession_plan')
        .values({
          state: 'draft',
          ...columnsOf(draft),
          known: draft.known,
          outcome: null,
          created_by: context.who.id,
          created_at: context.now,
          ...by(context),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },
    async change(id, version, draft) {
      const { numUpdatedRows } = await db
        .updateTable('succession_plan')
        .set({ version: version + 1, ...columnsOf(draft), ...by(context) })
        .where('id', '=', id)
        .where('version', '=', version)
        .where('state', '=', 'draft')
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async delete(id, version) {
      // the row is held first: whoever commits it meanwhile waits, or has it
      const draft = db
        .selectFrom('succession_plan')
        .select('id')
        .where('id', '=', id)
        .where('version', '=', version)
        .where('state', '=', 'draft')
      if ((await draft.forUpdate().executeTakeFirst()) === undefined) return false
      await db.deleteFrom('succession_route').where('plan_id', '=', id).execute()
      await db.deleteFrom('succession_plan').where('id', '=', id).execute()
      return true
    },
    async get(id) {
      const row = isUuid(id) ? await plans(db).where('succession_plan.id', '=', id).executeTakeFirst() : undefined
      return row === undefined ? null : planOf(row)
    },
    async knownDone(on) {
      const row = await plans(db)
        .where('succession_plan.known', '=', true)
        .where('succession_plan.effective_day', '=', on)
        .where('succession_plan.state', '=', 'committed')
        .where('succession_undo.plan_id', 'is', null)
        .executeTakeFirst()
      return row === undefined ? null : planOf(row)
    },
    async list(after, limit) {
      const key = readKey(after)
      let query = plans(db).orderBy('created_at', 'desc').orderBy('id', 'desc')
      if (key !== null && isUuid(key[1]) && isInstantKey(key[0]))
        query = query.where(sql<boolean>`(created_at, id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`)
      const rows = await query.limit(limit + 1).execute()
      const items = rows.slice(0, limit)
      const last = rows.length > limit ? items.at(-1) : undefined
      return { items: items.map(planOf), next: last === undefined ? null : writeKey(last.created_at, last.id) }
    },
    newEnding: () => randomUUID().slice(0, 8),
    state: () => readSuccession(asking(db)),
    async namesFrom(on) {
      const rows = await db
        .selectFrom('organisation_name as n')
        .innerJoin('organisation as o', 'o.id', 'n.organisation_id')
        .select(['o.id as body', 'n.name', 'n.abbreviation', 'o.of_place as of', 'n.from_day', 'n.to_day'])
        .where((eb) => eb.or([eb('n.to_day', 'is', null), eb('n.to_day', '>', on)]))
        .orderBy('o.id')
        .orderBy('n.from_day')
        .execute()
      return rows.map(({ from_day, to_day, ...one }) => ({ ...one, from: dayOr(from_day), to: dayOr(to_day) }))
    },
    openByLead: () => openByLead(db),
    openPairs: () => openPairs(db),
    openOf: (plan, leads, after, limit) => openOf(db, plan, leads, after, limit),
    async dutiesFrom(on) {
      return db
        .selectFrom('duty')
        .select((eb) => ['organisation_id as organisation', 'role', sql<number>`${eb.fn.countAll()}::int`.as('count')])
        .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', on)]))
        .groupBy(['organisation_id', 'role'])
        .orderBy('organisation_id')
        .orderBy('role')
        .execute()
    },
    async route(plan, task, to) {
      if (to === null) {
        await db.deleteFrom('succession_route').where('plan_id', '=', plan).where('task_id', '=', task).execute()
        return
      }
      const decided = { organisation_id: to, decided_by: context.who.id, decided_at: context.now }
      await db
        .insertInto('succession_route')
        .values({ plan_id: plan, task_id: task, ...decided })
        .onConflict((conflict) => conflict.columns(['plan_id', 'task_id']).doUpdateSet(decided))
        .execute()
    },
    write: (plan, bodies) => writePlan(db, plan, bodies),
    giveOver: (plan, moves) => giveOver(db, plan, moves),
    handBack: (plan, on, moves) => handBack(db, plan, on, moves),
    handBackHelp: (plan, on, sources) => handBackHelp(db, plan, on, sources),
    takeBack: (plan, on) => closeRouted(db, plan, on),
    async markCommitted(plan, outcome) {
      await db
        .updateTable('succession_plan')
        .set({
          state: 'committed',
          version: plan.version + 1,
          committed_version: plan.version,
          outcome: JSON.stringify(outcome),
          ...by(context),
        })
        .where('id', '=', plan.id)
        .execute()
    },
    async undo(plan, on, basis) {
      await db.insertInto('succession_undo').values({ plan_id: plan, on_day: on, basis }).execute()
    },
    async settle() {
      await fillHolders(asking(db))
      await settled()
    },
  },
})

const dayOr = (text: string | null) => (text === null ? null : parseDay(text))

const by = (context: Context) => ({ changed_by: context.who.id, changed_at: context.now })

const columnsOf = (draft: PlanDraft) => ({
  name: draft.name,
  basis: draft.basis,
  effective_day: draft.day,
  parts: JSON.stringify(draft.parts),
})

/** A plan with the counter-entry that ended it. */
const plans = (db: Kysely<Tables>) =>
  db
    .selectFrom('succession_plan')
    .leftJoin('succession_undo', 'succession_undo.plan_id', 'succession_plan.id')
    .selectAll('succession_plan')
    .select(['succession_undo.on_day as undone_on', 'succession_undo.basis as undone_basis'])

type PlanRow = Selectable<Tables['succession_plan']> & { readonly undone_on: string | null; readonly undone_basis: string | null }

function planOf(row: PlanRow): StoredPlan {
  const undoneOn = row.undone_on === null ? null : parseDay(row.undone_on)
  return {
    id: row.id,
    version: row.version,
    state: undoneOn !== null ? 'undone' : row.state === 'committed' ? 'committed' : 'draft',
    name: row.name,
    basis: row.basis,
    day: day(row.effective_day),
    parts: row.parts,
    known: row.known,
    committedVersion: row.committed_version,
    outcome: row.outcome,
    undone: undoneOn === null ? null : { on: undoneOn, basis: row.undone_basis ?? '' },
    createdBy: row.created_by,
    createdAt: row.created_at,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }
}

/** New bodies are of the kind, rank and locality of the one they come from. */
async function writePlan(db: Kysely<Tables>, plan: StoredPlan, bodies: readonly NewBody[]): Promise<void> {
  for (const body of bodies) {
    await db
      .insertInto('organisation')
      .columns(['id', 'kind', 'rank', 'of_place', 'from_day', 'basis', 'certainty', 'origin', 'plan_id'])
      .expression((eb) =>
        eb
          .selectFrom('organisation as source')
          .select([
            sql<string>`${body.id}::text`.as('id'),
            'source.kind',
            'source.rank',
            'source.of_place',
            sql<string>`${plan.day}::date`.as('from_day'),
            sql<string>`${plan.basis}::text`.as('basis'),
            sql<string>`'seen'`.as('certainty'),
            sql<string>`'node'`.as('origin'),
            sql<string>`${plan.id}::uuid`.as('plan_id'),
          ])
          .where('source.id', '=', body.like),
      )
      .execute()
    await db
      .insertInto('organisation_name')
      .values({
        organisation_id: body.id,
        name: body.name,
        abbreviation: body.abbreviation,
        from_day: plan.day,
        to_day: null,
        folded: fold(body.name),
        plain: plainTone(body.name),
        folded_abbreviation: fold(body.abbreviation),
        sort_key: sortKey(body.name),
        origin: 'node',
      })
      .execute()
  }
  await db
    .insertInto('organisation_succession')
    .values(
      linksOf(plan.parts, plan.day).map((link) => ({
        from_id: link.from,
        to_id: link.to,
        kind: link.kind,
        scope: link.scope,
        at: link.at,
        basis: plan.basis,
        certainty: 'seen',
        origin: 'node',
        plan_id: plan.id,
      })),
    )
    .execute()
}
