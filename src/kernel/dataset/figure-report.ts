/** A wrong figure that a reader points out: `open` until its steward answers, `accepted` until a version corrects it. [DAT-50] */
export const reportStates = ['open', 'accepted', 'corrected', 'refused'] as const
export type ReportState = (typeof reportStates)[number]

/** What a steward may answer. */
export const reportAnswers = ['accepted', 'corrected', 'refused'] as const satisfies readonly ReportState[]
export type ReportAnswer = (typeof reportAnswers)[number]

/** Whether that answer may follow: corrected and refused are final, and what was accepted is not accepted again. */
export const mayFollow = (state: ReportState, answer: ReportAnswer): boolean =>
  state === 'open' || (state === 'accepted' && answer !== 'accepted')
