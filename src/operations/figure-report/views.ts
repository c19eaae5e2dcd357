import { z } from 'zod'
import type { Language, Refusal } from '../../base/refusals.ts'
import { reportStates } from '../../kernel/dataset/figure-report.ts'
import { personRef } from '../access/views.ts'
import { id, instantText } from '../values.ts'
import type { FollowedReport } from './ports.ts'

/** 32 random bytes as text: whoever has it reads the answer. */
export const secret = z
  .string()
  .regex(/^[\w-]{43}$/)
  .meta({ description: '32 random bytes, base64url' })

const said = {
  no: z.int().meta({ description: 'as people call it' }),
  version: z.int().meta({ description: 'of the dataset, that was read' }),
  row: z.string().nullable(),
  column: z.string().nullable(),
  valueThen: z.string().nullable().meta({ description: 'of that cell, as it was read' }),
  words: z.string(),
  rightValue: z.string().nullable(),
  madeAt: instantText,
  state: z.enum(reportStates),
  answer: z.string().nullable(),
  correctedBy: z.int().nullable().meta({ description: 'the version that corrects it' }),
  answeredAt: instantText.nullable(),
} as const

export const followedView = z.strictObject({
  ...said,
  dataset: z
    .strictObject({ slug: z.string(), title: z.string(), columnLabel: z.string().nullable() })
    .nullable()
    .meta({ description: 'null: whoever asks may not see it' }),
})

export const figureReportView = z
  .strictObject({
    id,
    ...said,
    dataset: z.strictObject({ slug: z.string(), title: z.string() }),
    person: personRef.nullable().meta({ description: 'null: somebody without an account' }),
    answeredBy: personRef.nullable(),
  })
  .meta({ id: 'FigureReport' })

export type FollowedView = z.infer<typeof followedView>
export type FigureReportView = z.infer<typeof figureReportView>

/** What both who made it and who answers it read. */
export const saidOf = (one: FollowedReport) => ({
  no: one.no,
  version: one.version,
  row: one.row,
  column: one.column,
  valueThen: one.valueThen,
  words: one.words,
  rightValue: one.rightValue,
  madeAt: one.madeAt,
  state: one.state,
  answer: one.answer,
  correctedBy: one.correctedBy,
  answeredAt: one.answeredAt,
})

export const noReport = (language: Language): Refusal => ({
  code: 'not-found',
  data: { what: language === 'vi' ? 'phản ánh số liệu' : 'figure report' },
})
