import { board } from './vi/board.ts'
import { dataImport } from './vi/data-import.ts'
import { dataset } from './vi/dataset.ts'
import { days } from './vi/days.ts'
import { directive } from './vi/directive.ts'
import { field } from './vi/field.ts'
import { figureReport } from './vi/figure-report.ts'
import { frame } from './vi/frame.ts'
import { history } from './vi/history.ts'
import { notice } from './vi/notice.ts'
import { people } from './vi/people.ts'
import { place } from './vi/place.ts'
import { reading } from './vi/reading.ts'
import { seeing } from './vi/seeing.ts'
import { succession } from './vi/succession.ts'
import { task } from './vi/task.ts'

/**
 * What people read, in Vietnamese: the original. Short sentences that say who does what and when; dates as 05/12/2022;
 * names of bodies as Nghị định 30/2020 writes them. No apology, no exclamation. `text.ts` fills the blanks.
 */
export const vi = {
  ...frame,
  ...people,
  ...directive,
  ...task,
  ...board,
  ...place,
  ...history,
  ...succession,
  ...notice,
  ...field,
  ...reading,
  ...dataset,
  ...dataImport,
  ...figureReport,
  ...seeing,
  ...days,
} as const
