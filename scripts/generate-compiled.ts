/**
 * Writes src/store/compiled/<capability>.sql: what each query of one file of src/store/ is when it reaches the
 * database, so that a review shows the SQL that a change in a builder makes.
 *   node --import tsx scripts/generate-compiled.ts [--check]
 *
 * A query is an exported function that builds and does not run; each needs a row below, with every condition it can have.
 */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely'
import { day } from '../src/kernel/period/day.ts'
import { everything } from '../src/operations/board/ports.ts'
import * as people from '../src/store/access/people-store.ts'
import * as personalData from '../src/store/access/personal-data-store.ts'
import * as session from '../src/store/access/session-store.ts'
import * as boardAnswers from '../src/store/board/answers-store.ts'
import * as boardCount from '../src/store/board/count-store.ts'
import * as boardWaiting from '../src/store/board/waiting-store.ts'
import * as calendar from '../src/store/calendar/calendar-store.ts'
import * as datasetChanges from '../src/store/dataset/changes-store.ts'
import * as datasetImport from '../src/store/dataset/import/import-store.ts'
import * as datasetList from '../src/store/dataset/list-store.ts'
import * as datasetRetention from '../src/store/dataset/retention-store.ts'
import * as datasetRows from '../src/store/dataset/rows-store.ts'
import * as document from '../src/store/document/document-store.ts'
import * as feed from '../src/store/feed/feed-store.ts'
import * as figureReport from '../src/store/figure-report/figure-report-store.ts'
import * as file from '../src/store/file/file-store.ts'
import * as history from '../src/store/history/history-store.ts'
import * as noticeFigures from '../src/store/notice/figures.ts'
import * as noticeMail from '../src/store/notice/mail-store.ts'
import * as notice from '../src/store/notice/notice-store.ts'
import { writeKey } from '../src/store/page-key.ts'
import * as place from '../src/store/place/place-store.ts'
import * as receipt from '../src/store/receipt/receipt-store.ts'
import * as search from '../src/store/search/search-store.ts'
import type { Tables } from '../src/store/tables.ts'
import * as absent from '../src/store/task/absent-store.ts'
import * as closedWork from '../src/store/task/closed-work-store.ts'
import * as held from '../src/store/task/held-store.ts'
import * as helping from '../src/store/task/helping-store.ts'
import * as taskLife from '../src/store/task/life-store.ts'
import * as taskList from '../src/store/task/list-store.ts'
import * as miss from '../src/store/task/miss-store.ts'
import * as province from '../src/store/task/province-store.ts'
import * as taskSaid from '../src/store/task/said-store.ts'
import * as task from '../src/store/task/task-store.ts'
import * as taskWhole from '../src/store/task/whole-store.ts'
import { emit } from './emit.ts'

type Compiles = { compile(): { readonly sql: string; readonly parameters: readonly unknown[] } }
type Samples = Readonly<Record<string, () => Compiles>>

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const uuid = '00000000-0000-0000-0000-000000000001'
const on = day('2025-07-01')
const now = { ...everything, on, past: false } as const
const everyTask = {
  ...now,
  state: null,
  kind: 'once',
  lead: 'Sở Y tế',
  body: 'so-y-te-da-nang-origin',
  document: uuid,
  q: 'cầu',
  dueFrom: on,
  dueTo: on,
  waiting: 'claimed',
  neighbour: 'Huế',
  sort: 'due',
  after: null,
  limit: 50,
} as const
const lateTask = { ...everyTask, ...now, kind: null }
const lately = { ...lateTask, past: true }
const HOME = 'Đà Nẵng'
const someWords = {
  words: ['muc', 'nuoc', 'quang', 'nam'],
  bodies: { words: [[], ['so-y-te-da-nang-origin'], [], []], called: ['so-y-te-da-nang-origin'] },
  places: [{ at: 2, length: 2, ids: ['p49-origin'] }],
}
const someDatasets = {
  q: 'mực nước Quảng Nam',
  said: someWords,
  theme: 'water',
  access: 'open',
  custodian: 'so-y-te-da-nang-origin',
  cadence: 'day',
  format: 'csv',
  locality: 'Đà Nẵng',
  order: 'changed',
  on: null,
  after: writeKey('2025-07-01T00:00:00+07:00', uuid),
  limit: 20,
} as const
/** A table of two columns, at its third version. */
const rowsAt = {
  store: 'd7',
  n: 3,
  columns: [
    { name: 'ten', label: 'Tên', type: 'text', unit: null, meaning: null, form: null },
    { name: 'so', label: 'Số', type: 'decimal', unit: null, meaning: null, form: null },
  ],
  cells: ['c1', 'c2'],
} as const
/** And that version beside its first, in which its numbers were whole. */
const versionPair = {
  to: { ...rowsAt, cells: ['c1', 'c3'] },
  from: { ...rowsAt, n: 1, columns: [rowsAt.columns[0], { ...rowsAt.columns[1], type: 'integer' }] },
  key: ['ten'],
} as const
const rowTests = [
  { column: 0, op: 'has', value: 'Đà Nẵng' },
  { column: 1, op: 'ge', value: '1.5' },
] as const
const since = { event: 9n, given: 9n, figure: 9n, from: on }
const concern = { bodies: ['so-y-te'], assigns: false, keeps: [] }
/** A query written as text. */
const run = (query: RawBuilder<unknown>): Compiles => ({ compile: () => query.compile(db) })

const capabilities: Readonly<Record<string, { readonly module: object; readonly samples: Samples }>> = {
  calendar: {
    module: calendar,
    samples: {
      daysInForce: () => calendar.daysInForce(db, on, day('2026-01-01')),
      correctedDay: () =>
        calendar.correctedDay(
          db,
          { day: on, kind: 'closed', reason: 'nghỉ', certainty: 'seen', basis: 'QĐ 1', recorded_at: '2025-07-01T00:00:00Z' },
          2,
        ),
      regionsOn: () => calendar.regionsOn(db, on),
      regionGapsOn: () => calendar.regionGapsOn(db, on),
    },
  },
  miss: {
    module: miss,
    samples: {
      correctedTasks: () => miss.correctedTasks(db, on, 5000),
      correctedDocuments: () => miss.correctedDocuments(db, on, 5000),
      reviewedTasks: () => miss.reviewedTasks(db, on),
    },
  },
  document: {
    module: document,
    samples: {
      byIdentity: () => document.byIdentity(db, 'key'),
      byFile: () => document.byFile(db, 'sha256'),
      byWords: () => document.byWords(db, 'sha256'),
      listDocuments: () => document.listDocuments(db, { q: 'cầu', after: writeKey('2025-07-01T00:00:00+07:00', uuid), limit: 50 }),
      citationsOf: () => document.citationsOf(db, uuid),
    },
  },
  held: {
    module: held,
    samples: {
      heldBy: () => held.heldBy(db, 'so-y-te-da-nang-origin', on),
      endedOf: () => held.endedOf(db, ['so-ke-hoach-va-dau-tu-da-nang-origin'], on),
      holdersOf: () => held.holdersOf(db, ['so-y-te-da-nang-origin'], on),
      leadsOn: () => held.leadsOn(db, [uuid], on),
    },
  },
  history: {
    module: history,
    samples: {
      listHistory: () => history.listHistory(db, { entity: 'task', id: uuid, before: '100', limit: 50 }),
      slice: () => history.slice(db, 0n),
      strayRow: () => history.strayRow(db),
    },
  },
  people: {
    module: people,
    samples: {
      people: () => people.people(db),
      accountOf: () => people.accountOf(db, uuid),
      dutiesOf: () => people.dutiesOf(db, { person: uuid, deputiesFor: uuid, on }),
    },
  },
  session: {
    module: session,
    samples: {
      sessionsOf: () => session.sessionsOf(db, uuid, '2025-07-01T00:00:00Z'),
      tokensOf: () => session.tokensOf(db, uuid, '2025-07-01T00:00:00Z'),
      eventsOf: () => session.eventsOf(db, { person: uuid, before: '100', limit: 50 }),
    },
  },
  place: {
    module: place,
    samples: {
      atPoint: () => place.atPoint(db, 108.15, 16.06, on),
    },
  },
  task: {
    module: task,
    samples: {
      tasks: () => task.tasks(db),
      duesOf: () => task.duesOf(db, [uuid], on),
      neighboursOf: () => task.neighboursOf(db, [uuid], on, HOME),
    },
  },
  'task-list': {
    module: taskList,
    samples: {
      listedTasks: () => taskList.listedTasks(db),
      listed: () => taskList.listed(db, everyTask, HOME),
      'listed proposed': () => taskList.listed(db, { ...lateTask, state: 'proposed' }, HOME),
      page: () => taskList.page(db, { ...lateTask, lateness: 'overdue' }, HOME),
      'page due-soon': () => taskList.page(db, { ...lateTask, lateness: 'due-soon' }, HOME),
      'page of a past day': () => taskList.page(db, { ...lately, lateness: 'done-late', waiting: 'any' }, HOME),
      'page of a past day by state': () => taskList.page(db, { ...lately, state: 'active' }, HOME),
      totalOf: () => taskList.totalOf(db, lateTask, HOME),
      countByLateness: () => taskList.countByLateness(db, now, 'open'),
    },
  },
  helping: {
    module: helping,
    samples: {
      holdingOn: () => helping.holdingOn(db, [uuid], on),
    },
  },
  feed: {
    module: feed,
    samples: {
      newestOfAll: () => feed.newestOfAll(db, 100n, 50),
      newestOfOwn: () => feed.newestOfOwn(db, null, 50),
    },
  },
  search: {
    module: search,
    samples: {
      foundTasks: () => search.foundTasks(db, '57/NQ-CP', true, 10),
      citingDocuments: () => search.citingDocuments(db, '57/NQ-CP', false, 11),
      foundDocuments: () => search.foundDocuments(db, '57/NQ-CP', false, 10),
      foundDatasets: () => search.foundDatasets(db, someWords, 10),
      placesOf: () => search.placesOf(db, [uuid]),
    },
  },
  notice: {
    module: notice,
    samples: {
      sinceOf: () => notice.sinceOf(db, uuid),
      saidOf: () => run(notice.saidOf({ ...concern, assigns: true }, uuid, { before: 100n, after: since, limit: 50 })),
      'saidOf a department': () => run(notice.saidOf(concern, uuid, { before: null, after: null, limit: 50 })),
      givenTo: () => run(notice.givenTo(concern, uuid, { before: null, after: since, limit: 50 })),
      unread: () => run(notice.unread({ ...concern, assigns: true }, uuid, since, 100)),
      marked: () => run(notice.marked(uuid, { event: 9n, given: 9n, figure: 9n }, '2025-07-01T00:00:00Z')),
      dueOf: () => run(notice.dueOf(['so-y-te'], on, 100)),
    },
  },
  'notice-figures': {
    module: noticeFigures,
    samples: {
      figures: () => run(noticeFigures.figures({ ...concern, keeps: ['so-y-te'] }, uuid, { before: null, after: since, limit: 50 })),
      figuresOf: () => run(noticeFigures.figuresOf({ ...concern, keeps: 'all' }, uuid, { before: null, after: since, limit: 50 })),
      'figuresOf who keeps nothing': () => run(noticeFigures.figuresOf(concern, uuid, { before: 9n, after: null, limit: 50 })),
    },
  },
  'notice-mail': {
    module: noticeMail,
    samples: {
      choiceOf: () => noticeMail.choiceOf(db, uuid),
      calendarOf: () => noticeMail.calendarOf(db, uuid),
      lastTold: () => noticeMail.lastTold(db, uuid),
      letterOf: () => noticeMail.letterOf(db, uuid, on),
      taken: () => run(noticeMail.taken(uuid, on, { event: 9n, given: 9n, figure: 9n }, '2025-07-01T00:00:00Z')),
    },
  },
  'board-count': {
    module: boardCount,
    samples: {
      cellsOf: () => boardCount.cellsOf(db, lateTask, true, HOME),
      'cellsOf open work': () => boardCount.cellsOf(db, now, true, HOME, 'open'),
      'cellsOf a past day': () => boardCount.cellsOf(db, lately, false, HOME),
      groupsOf: () => boardCount.groupsOf(db, lateTask, 'document', 60, HOME),
      'groupsOf neighbour': () => boardCount.groupsOf(db, lateTask, 'neighbour', 60, HOME),
      leaderless: () => boardCount.leaderless(db, lately),
      givenOut: () => boardCount.givenOut(db, lately),
      titlesOf: () => boardCount.titlesOf(db, [uuid]),
    },
  },
  'board-waiting': {
    module: boardWaiting,
    samples: {
      waitingNow: () => boardWaiting.waitingNow(db, lateTask, 8, HOME),
      waitingOn: () => boardWaiting.waitingOn(db, lately),
      waitingOf: () => boardWaiting.waitingOf(db, lateTask, [uuid], HOME),
    },
  },
  'board-answers': {
    module: boardAnswers,
    samples: {
      answersOf: () => boardAnswers.answersOf(db, lateTask, HOME),
    },
  },
  'closed-work': {
    module: closedWork,
    samples: {
      sumsByLead: () => closedWork.sumsByLead(db),
      sumsByMonth: () => closedWork.sumsByMonth(db),
    },
  },
  'task-life': {
    module: taskLife,
    samples: {
      unansweredOf: () => taskLife.unansweredOf(db, uuid),
      occurrenceOf: () => taskLife.occurrenceOf(db, uuid),
      evidenceOf: () => taskLife.evidenceOf(db, uuid),
      signedOn: () => taskLife.signedOn(db, uuid),
    },
  },
  'task-said': {
    module: taskSaid,
    samples: {
      documentsNumbered: () => taskSaid.documentsNumbered(db, ['1287/QĐ-TTg']),
      eventsOf: () => taskSaid.eventsOf(db, uuid, { version: 3 }, '9', 50),
      filesOf: () => taskSaid.filesOf(db, [1n]),
    },
  },
  absent: { module: absent, samples: { presentOn: () => absent.presentOn(db, ['ubnd-quang-ngai'], on) } },
  province: { module: province, samples: { provincesOn: () => province.provincesOn(db, on) } },
  'task-whole': {
    module: taskWhole,
    samples: {
      leavesOf: () => taskWhole.leavesOf(db, [uuid], { on, past: true }),
      withPartsOf: () => taskWhole.withPartsOf(db, uuid),
    },
  },
  'figure-report': {
    module: figureReport,
    samples: {
      reports: () => figureReport.reports(db),
      contactOf: () => figureReport.contactOf(db, uuid),
      listed: () => figureReport.listed(db, { dataset: uuid, waiting: true, after: 17, limit: 50 }),
      waiting: () => figureReport.waiting(db, uuid),
    },
  },
  file: {
    module: file,
    samples: {
      keptFor: () => file.keptFor(db, 'actor', ['sha256']),
      shownFile: () => file.shownFile(db, 'sha256'),
      dataFile: () => file.dataFile(db, 'sha256'),
    },
  },
  'personal-data': {
    module: personalData,
    samples: {
      ownValues: () => personalData.ownValues(db, uuid),
      ownActs: () => personalData.ownActs(db, uuid, 50),
      ownTokens: () => personalData.ownTokens(db, uuid),
    },
  },
  'dataset-list': {
    module: datasetList,
    samples: {
      datasets: () => datasetList.datasets(db),
      oneDataset: () => datasetList.oneDataset(db, uuid),
      titledLike: () => datasetList.titledLike(db, 'Dân số'),
      firstVersion: () => datasetList.firstVersion(db),
      versionsOf: () => datasetList.versionsOf(db, uuid),
      catalogueOf: () => run(datasetList.catalogueOf(someDatasets)),
      'catalogueOf by title': () => run(datasetList.catalogueOf({ ...someDatasets, order: 'title', after: writeKey('Dân số', uuid) })),
      'catalogueOf as they are called': () =>
        run(datasetList.catalogueOf({ ...someDatasets, order: 'fit', after: writeKey('1 2025-07-01T00:00:00+07:00', uuid) })),
      'catalogueOf a past day': () => run(datasetList.catalogueOf({ ...someDatasets, on })),
      listedDatasets: () => datasetList.listedDatasets(db, someDatasets, [uuid]),
      'listedDatasets of a past day': () => datasetList.listedDatasets(db, { ...someDatasets, on }, [uuid]),
    },
  },
  'dataset-rows': {
    module: datasetRows,
    samples: {
      rowsPage: () => run(datasetRows.rowsPage(rowsAt, { tests: rowTests, sort: null, limit: 51 }, { id: '50', value: null })),
      'rowsPage in the order of a column': () =>
        run(datasetRows.rowsPage(rowsAt, { tests: [], sort: { column: 1, descending: true }, limit: 51 }, { id: '50', value: '1.5' })),
      'rowsPage of rows without a value': () =>
        run(datasetRows.rowsPage(rowsAt, { tests: [], sort: { column: 1, descending: false }, limit: 51 }, { id: '50', value: null })),
      sortedAs: () => run(datasetRows.sortedAs(rowsAt, 1, '50')),
      placeTexts: () => run(datasetRows.placeTexts(rowsAt, 0, rowTests, 400)),
      countedRows: () => run(datasetRows.countedRows(rowsAt, rowTests, 10_001)),
      spanOf: () => run(datasetRows.spanOf(rowsAt, 0, [])),
      groupedRows: () =>
        run(datasetRows.groupedRows(rowsAt, { by: 0, of: 1, measure: 'avg', tests: rowTests, most: 401, lines: null }, 'value')),
      'groupedRows by month': () =>
        run(datasetRows.groupedRows(rowsAt, { by: 0, of: null, measure: 'count', tests: [], most: 401, lines: null }, 'month')),
      'groupedRows of several lines': () =>
        run(
          datasetRows.groupedRows(
            rowsAt,
            { by: 1, of: null, measure: 'count', tests: rowTests, most: 2401, lines: { column: 0, only: ['Đà Nẵng'], most: 6 } },
            'value',
          ),
        ),
    },
  },
  'dataset-changes': {
    module: datasetChanges,
    samples: {
      changedRows: () => run(datasetChanges.changedRows(versionPair, '0', 51)),
      changedKeys: () => run(datasetChanges.changedKeys(versionPair, false, '0', 51)),
    },
  },
  'dataset-retention': {
    module: datasetRetention,
    samples: { retainedVersions: () => datasetRetention.retainedVersions(db) },
  },
  'dataset-import': {
    module: datasetImport,
    samples: {
      importOf: () => datasetImport.importOf(db, uuid),
      importsPage: () => datasetImport.importsPage(db, writeKey('2025-07-01T00:00:00+07:00', uuid), 21),
      othersUnderWay: () => datasetImport.othersUnderWay(db, uuid),
    },
  },
  receipt: {
    module: receipt,
    samples: {
      receiptOf: () => receipt.receiptOf(db, 'p1', 'key'),
    },
  },
}

/** One column and one clause a line; what stands in brackets stays together. */
function laidOut(sql: string): string {
  let depth = 0
  return sql.replace(/[()]|, | (?=(from|(?:inner|left) join|where|group by|order by|limit|and)\b)/g, (found, word: string | undefined) => {
    if (found === '(') depth += 1
    if (found === ')') depth -= 1
    if (depth > 0 || found === ')') return found
    return word === undefined ? ',\n  ' : word === 'and' ? '\n  ' : '\n'
  })
}

function textOf(name: string, query: Compiles): string {
  const { sql, parameters } = query.compile()
  const given = parameters.map((value, i) => `-- $${i + 1} ${typeof value === 'bigint' ? value : JSON.stringify(value)}\n`)
  return `-- ${name}\n${given.join('')}${laidOut(sql)};\n`
}

/** A query without a row would change unseen. Functions that run something of their own are `async`, or give ports. */
function unlisted(module: object, samples: Samples): readonly string[] {
  const listed = new Set(Object.keys(samples).map((name) => name.split(' ')[0]))
  return Object.entries(module)
    .filter(([name, value]) => typeof value === 'function' && value.constructor.name === 'Function' && !name.endsWith('Ports'))
    .map(([name]) => name)
    .filter((name) => !listed.has(name))
}

for (const [capability, { module, samples }] of Object.entries(capabilities)) {
  const missing = unlisted(module, samples)
  if (missing.length > 0) throw new Error(`scripts/generate-compiled.ts has no row for ${missing.join(', ')} of ${capability}`)
  const texts = Object.entries(samples).map(([name, build]) => textOf(name, build()))
  await emit(`src/store/compiled/${capability}.sql`, `-- Made by scripts/generate-compiled.ts; reviewed, never run.\n\n${texts.join('\n')}`)
}
