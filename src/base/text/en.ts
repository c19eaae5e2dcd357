import { board } from './en/board.ts'
import { dataImport } from './en/data-import.ts'
import { dataset } from './en/dataset.ts'
import { days } from './en/days.ts'
import { directive } from './en/directive.ts'
import { field } from './en/field.ts'
import { figureReport } from './en/figure-report.ts'
import { frame } from './en/frame.ts'
import { history } from './en/history.ts'
import { notice } from './en/notice.ts'
import { people } from './en/people.ts'
import { place } from './en/place.ts'
import { reading } from './en/reading.ts'
import { seeing } from './en/seeing.ts'
import { succession } from './en/succession.ts'
import { task } from './en/task.ts'

/** The same sentences in English: every key, or it does not compile. `{n|task|tasks}` chooses by number. */
export const en = {
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
}
