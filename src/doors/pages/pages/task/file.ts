import { parseDay } from '../../../../kernel/period/day.ts'
import { taskList } from '../../../../operations/task/list-tasks.ts'
import type { TaskRow } from '../../../../operations/task/views.ts'
import { type Cell, type Sheet, workbook } from '../../../xlsx/workbook.ts'
import { addresses } from '../../addresses.ts'
import { dayWords, instantWords } from '../../dates.ts'
import { type Asked, download, type Page, refused } from '../../page.ts'
import { leadText } from './lead.tsx'
import { besideNames, questionFrom } from './question.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The list as it is asked for, as a workbook; the first sheet says what was asked, when, and how many rows there are. [BRD-13] */
export const tasksFilePage: Page = {
  path: addresses.tasksFile,
  async get(asked) {
    const { say } = asked
    const question = questionFrom(asked.query)
    const { after: _, ...input } = question.input
    const counted = await asked.ask(taskList, { ...input, limit: 1 })
    if (!counted.ok) return refused(counted.refusal)
    const on = question.besides.ngay ?? asked.context.today
    const asks: readonly (readonly [string, string])[] = [
      [say('tasks.status'), asked.query.get('trang-thai') ?? ''],
      [say('tasks.lead'), question.lead],
      [say('tasks.document'), question.document],
      [say('tasks.q'), question.q],
      ...besideNames.map(
        (name) => [say(`tasks.beside.${name}`, { value: '' }).replace(/[: ]+$/, ''), question.besides[name] ?? ''] as const,
      ),
    ]
    return download({
      name: `nhiem-vu-${on.replace(/[^\d-]/g, '-')}.xlsx`,
      mediaType: XLSX,
      bytes: workbook([
        {
          name: say('xlsx.about'),
          widths: [32, 60],
          frozen: 0,
          rows: [...aboutRows(asked, on, counted.value.total), ...asks.filter(([, value]) => value !== '')],
        },
        taskSheet(asked, input),
      ]),
    })
  },
}

/** Of which day, made when, for whom, and how many rows the sheet of tasks has. */
export const aboutRows = (asked: Asked, on: string, rows: number): readonly (readonly Cell[])[] => [
  [{ head: asked.locality }],
  [asked.say('xlsx.as-of'), dayWords(on, asked.language)],
  [asked.say('xlsx.made-at'), instantWords(asked.context.now, asked.language)],
  [asked.say('xlsx.rows'), rows],
]

export const taskSheet = (asked: Asked, input: Readonly<Record<string, string>>): Sheet => ({
  name: asked.say('nav.tasks'),
  widths: [16, 60, 32, 20, 13, 13, 22, 13, 18, 9],
  frozen: 1,
  rows: taskRows(asked, input),
})

const PAGE = 500

/** Page after page, each by its key: as much is held as one page is. @throws when a page is refused: a list cut short is no list */
async function* taskRows(asked: Asked, input: Readonly<Record<string, string>>): AsyncGenerator<readonly Cell[]> {
  const { say } = asked
  const heads = ['code', 'task', 'lead', 'document', 'due', 'due-original', 'lateness', 'closed', 'state', 'percent'] as const
  yield heads.map((head) => ({ head: say(`xlsx.${head}`) }))
  for (let after: string | null | undefined; after !== null; ) {
    const page = await asked.ask(taskList, { ...input, limit: PAGE, ...(after === undefined ? {} : { after }) })
    if (!page.ok) throw new Error(page.refusal.code)
    for (const row of page.value.items) yield cellsOf(asked, row)
    after = page.value.next
  }
}

function cellsOf({ say }: Asked, row: TaskRow): readonly Cell[] {
  const day = (text: string | null): Cell => {
    const read = text === null ? null : parseDay(text)
    return read === null ? null : { day: read }
  }
  return [
    row.code,
    row.title,
    leadText(row, say),
    row.document.number ?? row.document.title,
    day(row.due) ?? row.dueWords,
    day(row.dueOriginal),
    row.state === 'cancelled' ? null : say(`lateness.${row.lateness}`),
    day(row.closedOn),
    say(`state.${row.state}`),
    { share: row.percent / 100 },
  ]
}
