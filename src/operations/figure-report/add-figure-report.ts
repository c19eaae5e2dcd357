import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { saysTheSame } from '../../kernel/dataset/figure-report.ts'
import type { DatasetPorts } from '../dataset/ports.ts'
import { noDataset } from '../dataset/refusals.ts'
import { readableVersion } from '../dataset/rows/version-asked.ts'
import type { StoredVersion } from '../dataset/stored.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, operation } from '../operation.ts'
import { id, version } from '../values.ts'
import type { FigureReportPorts } from './ports.ts'
import { secret } from './views.ts'

/**
 * Says that a figure is wrong: of a dataset, or of a row or a cell of it, by whoever may read it. It goes to who keeps the dataset;
 * the answer is read under the secret. A secret that comes again is the same report: a double click. [DAT-50]
 */
export const figureReportAdd = operation({
  name: 'figure-report.add',
  kind: 'command',
  access: 'anyone',
  strangers: 6,
  secret: true,
  summary: { vi: 'Báo số liệu sai', en: 'Report a wrong figure' },
  input: z.strictObject({
    id: id.meta({ description: 'of the dataset, or the part of its address' }),
    version: version.optional().meta({ description: 'that was read; the current one when absent' }),
    row: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .meta({ description: '`row` of `dataset.rows`' }),
    column: z.string().max(80).optional(),
    words: z.string().trim().min(10).max(2000).meta({ description: 'what is wrong, and how it is known' }),
    rightValue: z.string().trim().max(300).optional(),
    contact: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({ description: 'how somebody without an account can be reached; erased after the answer' }),
    secret,
  }),
  output: z.strictObject({ no: z.int(), secret: z.string() }),
  rest: { method: 'POST', path: '/datasets/{id}/figure-reports' },
  async run(ports: FigureReportPorts & DatasetPorts & HistoryPorts, context, given) {
    const one = await ports.datasets.get(given.id)
    if (one === null) return refuse(noDataset(context.language))
    const before = await ports.figureReports.bySecret(given.secret)
    if (before !== null) return before.dataset === one.id ? ok({ no: before.no, secret: given.secret }) : refuse({ code: 'key-reused' })
    const version = await readableVersion(ports, one, given.version, context.language)
    if (!version.ok) return version
    const at = version.value
    const cell = await cellOf(ports, context, at, given)
    if (!cell.ok) return cell
    const column = at.columns.find(({ name }) => name === given.column)
    const form = context.language === 'vi' ? 'comma' : 'point'
    if (column !== undefined && cell.value !== null && given.rightValue && saysTheSame(given.rightValue, cell.value, column, form))
      return refuse({ code: 'bad-value', data: { name: 'rightValue', reason: NO_CHANGE[context.language] } })
    const added = await ports.figureReports.add({
      dataset: one.id,
      version: at.n,
      row: given.row ?? null,
      column: given.column ?? null,
      valueThen: cell.value,
      words: given.words,
      rightValue: given.rightValue || null,
      contact: context.who.kind === 'person' ? null : given.contact || null,
      secret: given.secret,
    })
    const what = { figureReport: added.no, dataVersion: at.n, ...(given.column === undefined ? {} : { column: given.column }) }
    ports.history.record({ entity: 'dataset', id: one.id, verb: 'figure-reported', change: what })
    return ok({ no: added.no, secret: given.secret })
  },
})

/** What stood in the cell that is named; null where none is, or it is empty. A row or a column that is none is refused by name. */
async function cellOf(
  ports: DatasetPorts,
  { language }: Context,
  at: StoredVersion,
  { row, column }: { readonly row?: string | undefined; readonly column?: string | undefined },
): Promise<Result<string | null, Refusal>> {
  const position = column === undefined ? null : at.columns.findIndex((one) => one.name === column)
  if (position === -1) return refuse({ code: 'bad-value', data: { name: 'column', reason: NO_COLUMN[language] } })
  if (row === undefined) return ok(null)
  // rows are paged by their id: the one after the id before is it, or it is not there
  const page = await ports.datasets.rows(at, { tests: [], sort: null, after: String(BigInt(row) - 1n), limit: 1 })
  const found = page.items[0]
  if (found?.id !== row) return refuse({ code: 'bad-value', data: { name: 'row', reason: NO_ROW[language] } })
  const value = position === null ? null : (found.values[position] ?? null)
  return ok(value === null ? null : String(value).slice(0, 2000))
}

const NO_COLUMN = { vi: 'bộ dữ liệu không có cột này', en: 'the dataset has no such column' }
const NO_ROW = { vi: 'phiên bản này không có dòng đó', en: 'this version has no such row' }
const NO_CHANGE = {
  vi: 'đúng bằng giá trị đang có ở ô này; hãy sửa lại, hoặc bỏ trống và nêu sai ở đâu',
  en: 'is what stands in this cell already; change it, or leave it empty and say what is wrong',
}
