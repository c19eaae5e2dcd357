import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { withoutPersonal } from '../../kernel/access/public-text.ts'
import { latenesses } from '../../kernel/task/lateness.ts'
import { periods, taskKinds } from '../../kernel/task/task.ts'
import { operation } from '../operation.ts'
import { pageKey } from '../page-key.ts'
import { dayText, id, limit } from '../values.ts'

/** Work that was made public, as everyone may know it: no sentence of the letter, no person, nothing that was said. [ACC-16] */
const documentView = z.strictObject({
  slug: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  signedOn: dayText.nullable(),
})

const publicTask = z
  .strictObject({
    code: z.string(),
    title: z.string().meta({ description: 'without telephone numbers, e-mails and numbers of identity papers' }),
    lead: z.string().meta({ description: 'as the directive names it' }),
    holder: z.string().meta({ description: 'who answers for it today: the body that leads it, or its heir' }),
    kind: z.enum(taskKinds),
    every: z.enum(periods).nullable(),
    due: dayText.nullable(),
    dueOriginal: dayText.nullable().meta({ description: 'the first due day; differs from due after an extension' }),
    closedOn: dayText.nullable(),
    percent: z.int().meta({ description: 'as last reported, 0 to 100' }),
    lateness: z.enum(latenesses),
    daysLate: z.int().nullable().meta({ description: 'until today, or until it was closed; null: not late' }),
    document: documentView,
    sample: z.boolean(),
  })
  .meta({ id: 'PublicTask' })
export type PublicTask = z.infer<typeof publicTask>

const counts = z.strictObject({
  overdue: z.int(),
  'due-soon': z.int(),
  'in-time': z.int(),
  'done-on-time': z.int(),
  'done-late': z.int(),
  'no-due': z.int(),
})
export type PublicCounts = z.infer<typeof counts>

export interface PublicTaskPorts {
  readonly publicTasks: {
    /** By due day; `more`: there are others after these. Never a row of the task itself. */
    list(asked: {
      readonly document: string | null
      readonly lateness: (typeof latenesses)[number] | null
      readonly on: string
      readonly after: string | null
      readonly limit: number
    }): Promise<{ readonly items: readonly PublicTask[]; readonly next: string | null }>
    counts(document: string | null, on: string): Promise<PublicCounts>
  }
}

export const publicTaskList = operation({
  name: 'public-task.list',
  kind: 'query',
  access: 'anyone',
  summary: { vi: 'Tiến độ nhiệm vụ công khai', en: 'How public work stands' },
  input: z.strictObject({
    document: id.optional().meta({ description: 'the slug of a document; one without public work is as one that is not there' }),
    lateness: z.enum(latenesses).optional(),
    after: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({
    items: z.array(publicTask),
    next: z.string().nullable(),
    total: z.int().meta({ description: 'of the class asked for, or of all' }),
    byLateness: counts,
  }),
  rest: { method: 'GET', path: '/public/tasks' },
  async run(ports: PublicTaskPorts, context, given) {
    const document = given.document ?? null
    const byLateness = await ports.publicTasks.counts(document, context.today)
    const all = Object.values(byLateness).reduce((sum, n) => sum + n, 0)
    if (document !== null && all === 0)
      return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'văn bản công khai' : 'public document' } })
    const after = pageKey(given.after, 'day', context.language)
    if (!after.ok) return after
    const page = await ports.publicTasks.list({
      document,
      lateness: given.lateness ?? null,
      on: context.today,
      after: after.value,
      limit: given.limit ?? 50,
    })
    return ok({
      items: page.items.map((one) => ({
        ...one,
        title: withoutPersonal(one.title),
        lead: withoutPersonal(one.lead),
        document: {
          ...one.document,
          title: withoutPersonal(one.document.title),
          issuer: one.document.issuer === null ? null : withoutPersonal(one.document.issuer),
        },
      })),
      next: page.next,
      total: given.lateness === undefined ? all : byLateness[given.lateness],
      byLateness,
    })
  },
})
