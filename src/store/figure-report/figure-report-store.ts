import { createHash, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { NOBODY } from '../../kernel/access/who.ts'
import { type ReportState, reportStates } from '../../kernel/dataset/figure-report.ts'
import type { FigureReportPorts, FollowedReport, StoredFigureReport } from '../../operations/figure-report/ports.ts'
import type { Context } from '../../operations/operation.ts'
import { keepPersonal } from '../history/personal-store.ts'
import { isUuid } from '../page-key.ts'
import type { Tables } from '../tables.ts'

/** What history calls whoever has no account: a word that is nobody's name. */
const STRANGER = 'khách'

/** Wrong figures that readers point out. Who may read one is the policy's business; whoever has its secret asks a function. */
export const figureReportPorts = (db: Kysely<Tables>, { who, now }: Pick<Context, 'who' | 'now'>): FigureReportPorts => ({
  figureReports: {
    async add(report) {
      // history keeps an actor for every entry, and a stranger has no id; he sees no more by it
      if (who.kind === NOBODY.kind) await sql`select set_config('lienvung.actor', ${STRANGER}, true)`.execute(db)
      const contact = report.contact === null ? null : await keepPersonal(db, report.contact, { person: null, kind: 'contact' })
      await db
        .insertInto('figure_report')
        .values({
          id: randomUUID(),
          dataset_id: report.dataset,
          version: report.version,
          row_id: report.row,
          column_name: report.column,
          value_then: report.valueThen,
          words: report.words,
          right_value: report.rightValue,
          person_id: who.kind === 'person' ? who.id : null,
          contact_id: contact?.personal ?? null,
          secret_sha256: sumOf(report.secret),
          made_at: now,
        })
        .execute()
      const added = await bySecret(db, report.secret)
      if (added === null) throw new Error('a report that was added is there')
      return added
    },
    bySecret: (secret) => bySecret(db, secret),
    async get(id) {
      if (!isUuid(id)) return null
      const row = await reports(db).where('figure_report.id', '=', id).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    async contactOf(id) {
      const row = await contactOf(db, id).executeTakeFirst()
      return row?.value ?? null
    },
    async list(filter) {
      const rows = await listed(db, filter).execute()
      const items = rows.slice(0, filter.limit)
      const last = rows.length > filter.limit ? items.at(-1) : undefined
      const count = await waiting(db, filter.dataset).executeTakeFirst()
      return { items: items.map(stored), next: last?.no ?? null, waiting: count?.n ?? 0 }
    },
    async answer(report, to) {
      const done = await db
        .updateTable('figure_report')
        .set({ state: to.state, answer: to.answer, corrected_by: to.correctedBy, answered_by: who.id, answered_at: now })
        .where('id', '=', report.id)
        .where('state', '=', report.state)
        .executeTakeFirst()
      if (done.numUpdatedRows !== 1n) return false
      if (to.correctedBy !== null) {
        const named = await db
          .updateTable('dataset_version')
          .set({ corrects: sql<number[]>`corrects || ${report.no}::int` })
          .where('dataset_id', '=', report.dataset)
          .where('n', '=', to.correctedBy)
          .executeTakeFirst()
        // an answer names a version that names it: neither stands alone
        if (named.numUpdatedRows !== 1n) throw new Error('the version that corrects a report is there, and may be written')
      }
      return true
    },
  },
})

const sumOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const stateOf = (text: string): ReportState => reportStates.find((one) => one === text) ?? 'open'

type Followed = {
  readonly id: string
  readonly no: number
  readonly dataset_id: string
  readonly version: number
  readonly row_id: string | null
  readonly column_name: string | null
  readonly value_then: string | null
  readonly words: string
  readonly right_value: string | null
  readonly made_at: string
  readonly state: string
  readonly answer: string | null
  readonly corrected_by: number | null
  readonly answered_at: string | null
}

const followed = (row: Followed): FollowedReport => ({
  id: row.id,
  no: row.no,
  dataset: row.dataset_id,
  version: row.version,
  row: row.row_id,
  column: row.column_name,
  valueThen: row.value_then,
  words: row.words,
  rightValue: row.right_value,
  madeAt: row.made_at,
  state: stateOf(row.state),
  answer: row.answer,
  correctedBy: row.corrected_by,
  answeredAt: row.answered_at,
})

async function bySecret(db: Kysely<Tables>, secret: string): Promise<FollowedReport | null> {
  const { rows } = await sql<Followed>`select * from figure_report_by_secret(${sumOf(secret)})`.execute(db)
  const [row] = rows
  return row === undefined ? null : followed(row)
}

export const reports = (db: Kysely<Tables>) =>
  db
    .selectFrom('figure_report')
    .innerJoin('dataset', 'dataset.id', 'figure_report.dataset_id')
    .selectAll('figure_report')
    .select(['dataset.slug', 'dataset.title', 'dataset.custodian'])

type Row = Followed & {
  readonly slug: string
  readonly title: string
  readonly custodian: string | null
  readonly person_id: string | null
  readonly answered_by: string | null
}

const stored = (row: Row): StoredFigureReport => ({
  ...followed(row),
  datasetSlug: row.slug,
  datasetTitle: row.title,
  custodian: row.custodian,
  person: row.person_id,
  answeredBy: row.answered_by,
})

export const contactOf = (db: Kysely<Tables>, id: string) =>
  db
    .selectFrom('figure_report')
    .innerJoin('personal_value', 'personal_value.id', 'figure_report.contact_id')
    .select('personal_value.value')
    .where('figure_report.id', '=', id)

type Filter = Parameters<FigureReportPorts['figureReports']['list']>[0]

export const listed = (db: Kysely<Tables>, { dataset, waiting, after, limit }: Filter) => {
  let query = reports(db)
    .orderBy('no', 'desc')
    .limit(limit + 1)
  if (dataset !== null) query = query.where('dataset_id', '=', dataset)
  if (waiting) query = query.where('state', 'in', ['open', 'accepted'])
  return after === null ? query : query.where('no', '<', after)
}

export const waiting = (db: Kysely<Tables>, dataset: string | null) => {
  const query = db.selectFrom('figure_report').select(sql<number>`count(*)::int`.as('n')).where('state', 'in', ['open', 'accepted'])
  return dataset === null ? query : query.where('dataset_id', '=', dataset)
}
