import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { documentMisses, type Miss, missesOf, missKinds } from '../../kernel/task/misses.ts'
import { operation } from '../operation.ts'
import { dayText, limit } from '../values.ts'
import type { MissPorts } from './miss-ports.ts'

const example = z.strictObject({
  document: z.string().meta({ description: 'the part of its address' }),
  quote: z.string().nullable().meta({ description: 'the sentence; null: of the document itself' }),
  kind: z.enum(missKinds),
  field: z.string().nullable(),
  read: z.unknown().meta({ description: 'as the grammar read it' }),
  corrected: z.unknown().meta({ description: 'as a person left it' }),
})

const output = z.strictObject({
  reviewed: z.int().meta({ description: 'tasks the grammar proposed that a person has confirmed or discarded' }),
  untouched: z.int().meta({ description: 'of them, confirmed as they were read' }),
  rules: z.array(z.strictObject({ rule: z.string(), n: z.int(), examples: z.array(example) })).meta({ description: 'most missed first' }),
  more: z.boolean().meta({ description: 'there were more corrections than are looked at; ask from a later day' }),
})

/** How many corrections one report looks at. */
const MOST = 5000

/** What people changed in review, by the rule of the grammar it speaks of. Samples are left out. [DIR-36] */
export const directiveMisses = operation({
  name: 'directive.misses',
  kind: 'query',
  access: ['clerk', 'office', 'administrator'],
  summary: { vi: 'Những gì người kiểm tra đã sửa, theo quy tắc đọc', en: 'What people changed in review, by rule' },
  input: z.strictObject({
    from: dayText.optional().meta({ description: 'only documents received since this day' }),
    limit: limit.optional().meta({ description: 'examples for each rule; 5 when absent' }),
  }),
  output,
  rest: { method: 'GET', path: '/directives/misses' },
  async run(ports: MissPorts, _context, { from: given, limit: most = 5 }) {
    const from = given === undefined ? null : parseDay(given)
    if (given !== undefined && from === null) return refuse({ code: 'bad-day', data: { value: given } })
    const { reviewed, tasks, documents, more } = await ports.misses.collect(from, MOST)
    const found = [
      ...tasks.flatMap((task) => missesOf(task, task.acts).map((miss) => ({ ...miss, document: task.document, quote: task.quote }))),
      ...documents.flatMap(({ document, acts }) => documentMisses(acts).map((miss) => ({ ...miss, document, quote: null }))),
    ]
    const byRule = Map.groupBy(found, ({ rule }) => rule)
    const missed = new Set(tasks.filter((task) => !task.isManual && missesOf(task, task.acts).length > 0).map(({ id }) => id))
    return ok({
      reviewed,
      untouched: Math.max(0, reviewed - missed.size),
      rules: [...byRule]
        .toSorted(([a, as], [b, bs]) => bs.length - as.length || a.localeCompare(b))
        .map(([rule, all]) => ({
          rule,
          n: all.length,
          examples: all.slice(0, most).map(({ rule: _rule, ...one }: Miss & { document: string; quote: string | null }) => one),
        })),
      more,
    })
  },
})
