import type { ReportAnswer, ReportState } from '../../kernel/dataset/figure-report.ts'

/** What a reader says is wrong. */
export type NewFigureReport = {
  readonly dataset: string
  readonly version: number
  readonly row: string | null
  readonly column: string | null
  /** Of that cell, as it was read. */
  readonly valueThen: string | null
  readonly words: string
  readonly rightValue: string | null
  /** How somebody without an account can be reached. */
  readonly contact: string | null
  /** Of the address at which the answer is read; made where the form was shown, so that a double click is one report. */
  readonly secret: string
}

/** What whoever holds the secret reads of it. */
export type FollowedReport = Omit<NewFigureReport, 'contact' | 'secret'> & {
  readonly id: string
  readonly no: number
  readonly madeAt: string
  readonly state: ReportState
  readonly answer: string | null
  readonly correctedBy: number | null
  readonly answeredAt: string | null
}

/** What whoever answers for the dataset reads of it. */
export type StoredFigureReport = FollowedReport & {
  readonly datasetSlug: string
  readonly datasetTitle: string
  readonly custodian: string | null
  /** Null: somebody without an account. */
  readonly person: string | null
  readonly answeredBy: string | null
}

export interface FigureReportPorts {
  readonly figureReports: {
    add(report: NewFigureReport): Promise<FollowedReport>
    /** Null: no report has that secret. */
    bySecret(secret: string): Promise<FollowedReport | null>
    get(id: string): Promise<StoredFigureReport | null>
    /** Null: he left none, or it was erased. */
    contactOf(id: string): Promise<string | null>
    /** Newest first. @param waiting whether those alone that wait for an answer or a correction */
    list(filter: {
      readonly dataset: string | null
      readonly waiting: boolean
      /** The number of the last one of the page before. */
      readonly after: number | null
      readonly limit: number
    }): Promise<{ readonly items: readonly StoredFigureReport[]; readonly next: number | null; readonly waiting: number }>
    /** False: it was answered meanwhile. */
    answer(
      report: Pick<StoredFigureReport, 'id' | 'no' | 'dataset' | 'state'>,
      to: { readonly state: ReportAnswer; readonly answer: string; readonly correctedBy: number | null },
    ): Promise<boolean>
  }
}
