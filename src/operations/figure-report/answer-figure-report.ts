import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { answersFor, KEEPS } from '../../kernel/dataset/describe.ts'
import { mayFollow, reportAnswers, reportStates } from '../../kernel/dataset/figure-report.ts'
import type { DatasetPorts } from '../dataset/ports.ts'
import { noVersion } from '../dataset/refusals.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { id, version } from '../values.ts'
import type { FigureReportPorts } from './ports.ts'
import { noReport } from './views.ts'

/** Answers a report, with the reason: accepted, corrected by a version that came after the one that was read, or refused. [DAT-50] */
export const figureReportAnswer = operation({
  name: 'figure-report.answer',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Trả lời một phản ánh số liệu', en: 'Answer a figure report' },
  input: z.strictObject({
    id,
    outcome: z.enum(reportAnswers),
    reason: z.string().trim().min(5).max(2000).meta({ description: 'read by who made the report' }),
    version: version.optional().meta({ description: 'that corrects it; needed when corrected' }),
  }),
  output: z.strictObject({ no: z.int(), state: z.enum(reportStates) }),
  rest: { method: 'POST', path: '/figure-reports/{id}/answer' },
  async run(ports: FigureReportPorts & DatasetPorts & HistoryPorts, context, given) {
    const one = await ports.figureReports.get(given.id)
    if (one === null) return refuse(noReport(context.language))
    if (!answersFor(context.who, one.custodian)) return refuse({ code: 'not-the-steward' })
    if (!mayFollow(one.state, given.outcome)) return refuse({ code: 'figure-report-answered', data: { no: one.no } })
    const correctedBy = given.outcome === 'corrected' ? (given.version ?? null) : null
    if (given.outcome === 'corrected') {
      if (correctedBy === null) return refuse({ code: 'missing-parameter', data: { name: 'version' } })
      if (!(await ports.datasets.versions(one.dataset)).some(({ n }) => n === correctedBy)) return refuse(noVersion(context.language))
      if (correctedBy <= one.version) return refuse({ code: 'figure-report-not-later', data: { version: correctedBy, read: one.version } })
    }
    const done = await ports.figureReports.answer(one, { state: given.outcome, answer: given.reason, correctedBy })
    if (!done) return refuse({ code: 'figure-report-answered', data: { no: one.no } })
    const by = correctedBy === null ? {} : { dataVersion: correctedBy }
    ports.history.record({
      entity: 'dataset',
      id: one.dataset,
      verb: `figure-report-${given.outcome}`,
      change: { figureReport: one.no, ...by, reason: given.reason },
    })
    return ok({ no: one.no, state: given.outcome })
  },
})
