import { z } from 'zod'
import { repaired } from '../../base/encoding/encoding.ts'
import { ok, refuse } from '../../base/result.ts'
import { readDirective } from '../../kernel/directive/directive.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { operation } from '../operation.ts'
import { dayText } from '../values.ts'
import { unreadable } from './unreadable.ts'
import { extractionView } from './views.ts'

/** Reads a directive and stores nothing: the form printed by `lienvung directive extract FILE --json`. */
export const directiveExtract = operation({
  name: 'directive.extract',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Đọc một văn bản chỉ đạo, không lưu', en: 'Read a directive without storing it' },
  input: z.strictObject({
    text: z.string().meta({ description: 'the whole text' }),
    issued: dayText.optional().meta({ description: 'day of issue, where the text has none' }),
  }),
  output: extractionView,
  rest: { method: 'POST', path: '/directives/extract' },
  async run(_ports: object, _context, { text: given, issued }) {
    const text = repaired(given)?.text ?? given
    const refusal = unreadable(text)
    if (refusal !== null) return refuse(refusal)
    const day = issued === undefined ? null : parseDay(issued)
    if (issued !== undefined && day === null) return refuse({ code: 'bad-day', data: { value: issued } })
    return ok(readDirective(text, day === null ? {} : { issued: day }))
  },
})
