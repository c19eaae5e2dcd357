import type { Page } from '../page.ts'
import { accountPage } from './account/page.tsx'
import { boardFilePage } from './board/file.ts'
import { boardPage } from './board/page.tsx'
import { calendarPage } from './calendar/page.tsx'
import { cataloguePage, datasetCataloguePage } from './dataset/catalogue.ts'
import { describePage } from './dataset/describe.tsx'
import { datasetFilePage } from './dataset/file.ts'
import { importListPage } from './dataset/import/list.tsx'
import { importPage } from './dataset/import/one.tsx'
import { datasetListPage } from './dataset/list/list.tsx'
import { datasetPage } from './dataset/one.tsx'
import { documentListPage } from './document/list.tsx'
import { documentPage } from './document/one.tsx'
import { figureReportPage } from './figure-report/add.tsx'
import { followPage } from './figure-report/follow.tsx'
import { figureReportListPage } from './figure-report/list.tsx'
import { figureReportOnePage } from './figure-report/one.tsx'
import { helpPage } from './help.tsx'
import { historyPage } from './history/page.tsx'
import { homePage } from './home.tsx'
import { intakeListPage } from './intake/list.tsx'
import { reviewPage } from './intake/review-page.ts'
import { noticePage } from './notice/page.tsx'
import { organisationListPage } from './organisation/list.tsx'
import { organisationPage } from './organisation/one.tsx'
import { peoplePage } from './people/list.tsx'
import { personPage } from './people/one.tsx'
import { placeListPage } from './place/list.tsx'
import { placePage } from './place/one.tsx'
import { documentProgressPage, progressPage } from './public/progress.tsx'
import { regionMapPage } from './region-map/page.tsx'
import { searchPage } from './search/page.tsx'
import { sheetPage } from './sheet/page.tsx'
import { signInCommonPage, signInPage, signInReturnPage, signOutPage } from './sign-in/page.tsx'
import { setUpPage } from './sign-in/set-up.tsx'
import { successionListPage } from './succession/list.tsx'
import { successionPage } from './succession/one.tsx'
import { actPage } from './task/act-page.tsx'
import { expandPage } from './task/expand-page.tsx'
import { tasksFilePage } from './task/file.ts'
import { heirsPage } from './task/heirs-page.tsx'
import { taskListPage } from './task/list.tsx'
import { taskPage } from './task/one.tsx'
import { reassignPage } from './task/reassign-page.tsx'
import { settlePage } from './task/settle-page.tsx'
import { visibilityPage } from './task/visibility-page.tsx'
import { workPage } from './work.tsx'

/** Every page there is. Its order is the order in which addresses are tried. */
export const allPages: readonly Page[] = [
  homePage,
  workPage,
  intakeListPage,
  reviewPage,
  boardFilePage,
  tasksFilePage,
  boardPage,
  searchPage,
  progressPage,
  documentProgressPage,
  taskListPage,
  taskPage,
  expandPage,
  settlePage,
  heirsPage,
  reassignPage,
  visibilityPage,
  actPage,
  documentListPage,
  documentPage,
  placeListPage,
  placePage,
  organisationListPage,
  organisationPage,
  calendarPage,
  datasetListPage,
  regionMapPage,
  cataloguePage,
  datasetCataloguePage,
  datasetFilePage,
  datasetPage,
  importListPage,
  importPage,
  describePage,
  figureReportPage,
  followPage,
  figureReportListPage,
  figureReportOnePage,
  successionListPage,
  successionPage,
  historyPage,
  helpPage,
  noticePage,
  accountPage,
  peoplePage,
  personPage,
  signInPage,
  signInCommonPage,
  signInReturnPage,
  signOutPage,
  setUpPage,
  sheetPage,
]
