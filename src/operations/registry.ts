import { accessOperations } from './access/all.ts'
import { boardShow } from './board/show-board.ts'
import { workShow } from './board/show-work.ts'
import { calendarOperations } from './calendar/all.ts'
import { datasetOperations } from './dataset/all.ts'
import { directiveExtract } from './directive/extract-directive.ts'
import { directiveMisses } from './directive/list-misses.ts'
import { documentOperations } from './document/all.ts'
import { feedList } from './feed/list-feed.ts'
import { figureReportOperations } from './figure-report/all.ts'
import { historyOperations } from './history/all.ts'
import { noticeOperations } from './notice/all.ts'
import type { Operation } from './operation.ts'
import { organisationOperations } from './organisation/all.ts'
import { placeOperations } from './place/all.ts'
import type { Ports } from './ports.ts'
import { regionList } from './region/list-regions.ts'
import { searchAll } from './search/search-all.ts'
import { successionOperations } from './succession/all.ts'
import { taskOperations } from './task/all.ts'

/** An operation whatever it asks and answers: what a door that walks the registry knows of it. */
export type AnyOperation = Operation<unknown, unknown, Ports>

/** Everything that may be asked. REST, OpenAPI, the command line and the documentation walk this list. */
export const registry: readonly AnyOperation[] = [
  directiveExtract,
  directiveMisses,
  ...documentOperations,
  ...taskOperations,
  boardShow,
  workShow,
  feedList,
  searchAll,
  ...noticeOperations,
  ...historyOperations,
  ...placeOperations,
  ...organisationOperations,
  ...successionOperations,
  ...calendarOperations,
  regionList,
  ...datasetOperations,
  ...figureReportOperations,
  ...accessOperations,
]
