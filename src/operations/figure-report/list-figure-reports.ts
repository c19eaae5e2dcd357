import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { answersFor, KEEPS } from '../../kernel/dataset/describe.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { refOf } from '../access/shown.ts'
import type { DatasetPorts } from '../dataset/ports.ts'
import { noDataset } from '../dataset/refusals.ts'
import { operation } from '../operation.ts'
import { noKey } from '../page-key.ts'
import { id, limit } from '../values.ts'
import type { FigureReportPorts, StoredFigureReport } from './ports.ts'
import { type FigureReportView, figureReportView, noReport, saidOf } from './views.ts'

/** What readers said is wrong in what I keep, newest first: waiting for an answer or a correction, or all. [DAT-50] */
export const figureReportList = operation({
  name: 'figure-report.list',
  kind: 'query',
  access: KEEPS,
  summary: { vi: 'Phản ánh số liệu sai cần trả lời', en: 'Figure reports to be answered' },
  input: z.strictObject({
    dataset: id.optional().meta({ description: 'the id, or the part of its address' }),
    only: z.enum(['waiting', 'all']).optional().meta({ description: 'waiting, when absent' }),
    after: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({
    items: z.array(figureReportView),
    next: z.string().nullable(),
    waiting: z.int().meta({ description: 'how many wait, of the dataset that is asked about or of all' }),
  }),
  rest: { method: 'GET', path: '/figure-reports' },
  async run(ports: FigureReportPorts & DatasetPorts & Pick<PeoplePorts, 'people'>, context, given) {
    if (given.after !== undefined && !/^[1-9]\d{0,8}$/.test(given.after)) return refuse(noKey(context.language))
    const of = given.dataset === undefined ? null : await ports.datasets.get(given.dataset)
    if (given.dataset !== undefined && of === null) return refuse(noDataset(context.language))
    const { items, next, waiting } = await ports.figureReports.list({
      dataset: of?.id ?? null,
      waiting: given.only !== 'all',
      after: given.after === undefined ? null : Number(given.after),
      limit: given.limit ?? 50,
    })
    return ok({ items: [...(await shown(ports, items))], next: next === null ? null : String(next), waiting })
  },
})

/** One of them, with how its maker can be reached where he left word. */
export const figureReportGet = operation({
  name: 'figure-report.get',
  kind: 'query',
  access: KEEPS,
  summary: { vi: 'Một phản ánh số liệu', en: 'One figure report' },
  input: z.strictObject({ id }),
  output: z.strictObject({ ...figureReportView.shape, contact: z.string().nullable(), mayAnswer: z.boolean() }),
  rest: { method: 'GET', path: '/figure-reports/{id}' },
  async run(ports: FigureReportPorts & Pick<PeoplePorts, 'people'>, context, given) {
    const one = await ports.figureReports.get(given.id)
    const [view] = one === null ? [] : await shown(ports, [one])
    if (one === null || view === undefined) return refuse(noReport(context.language))
    const mayAnswer = answersFor(context.who, one.custodian)
    return ok({ ...view, contact: mayAnswer ? await ports.figureReports.contactOf(one.id) : null, mayAnswer })
  },
})

async function shown(ports: Pick<PeoplePorts, 'people'>, reports: readonly StoredFigureReport[]): Promise<readonly FigureReportView[]> {
  const names = await ports.people.namesOf(reports.flatMap((one) => [one.person ?? '', one.answeredBy ?? '']))
  const person = (who: string | null) => (who === null ? null : refOf(who, names))
  return reports.map((one) => ({
    id: one.id,
    ...saidOf(one),
    dataset: { slug: one.datasetSlug, title: one.datasetTitle },
    person: person(one.person),
    answeredBy: person(one.answeredBy),
  }))
}
