import { figureReportAdd } from './add-figure-report.ts'
import { figureReportAnswer } from './answer-figure-report.ts'
import { figureReportFollow } from './follow-figure-report.ts'
import { figureReportGet, figureReportList } from './list-figure-reports.ts'

export const figureReportOperations = [figureReportAdd, figureReportFollow, figureReportList, figureReportGet, figureReportAnswer] as const
