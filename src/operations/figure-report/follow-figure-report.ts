import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { DatasetPorts } from '../dataset/ports.ts'
import { operation } from '../operation.ts'
import type { FigureReportPorts } from './ports.ts'
import { followedView, noReport, saidOf, secret } from './views.ts'

/** What became of a report, for whoever holds its secret; a secret of none answers as one that is not there. [DAT-50] */
export const figureReportFollow = operation({
  name: 'figure-report.follow',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Xem trả lời một phản ánh số liệu', en: 'Read the answer to a figure report' },
  input: z.strictObject({
    secret: z
      .string()
      .max(100)
      .meta({ description: secret.description ?? '' }),
  }),
  output: followedView,
  rest: { method: 'GET', path: '/figure-report-answers/{secret}' },
  async run(ports: FigureReportPorts & DatasetPorts, context, given) {
    const one = await ports.figureReports.bySecret(given.secret)
    if (one === null) return refuse(noReport(context.language))
    // it may have been closed to him since
    const dataset = await ports.datasets.get(one.dataset)
    const columnLabel = dataset?.current.columns.find(({ name }) => name === one.column)?.label ?? null
    return ok({ ...saidOf(one), dataset: dataset === null ? null : { slug: dataset.slug, title: dataset.title, columnLabel } })
  },
})
