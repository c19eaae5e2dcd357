/**
 * The addresses of the pages: Vietnamese words without marks. Links are made here only, so that an address is written once
 * and its parts are always escaped.
 */
export const addresses = {
  home: '/',
  intake: '/lam-viec/tiep-nhan',
  tasks: '/lam-viec/nhiem-vu',
  work: '/lam-viec',
  board: '/lam-viec/dieu-hanh',
  boardFile: '/lam-viec/dieu-hanh.xlsx',
  tasksFile: '/lam-viec/nhiem-vu.xlsx',
  search: '/tim',
  progress: '/tien-do',
  documents: '/van-ban',
  places: '/dia-gioi',
  organisations: '/to-chuc',
  calendar: '/lich-lam-viec',
  history: '/lam-viec/nhat-ky',
  successions: '/lam-viec/hop-nhat',
  notices: '/lam-viec/thong-bao',
  account: '/lam-viec/tai-khoan',
  people: '/lam-viec/quan-tri',
  datasets: '/du-lieu',
  catalogue: '/du-lieu/catalog.jsonld',
  map: '/ban-do',
  imports: '/lam-viec/du-lieu',
  describe: '/lam-viec/mo-ta-du-lieu',
  figureReports: '/lam-viec/so-lieu-sai',
  followReport: '/tra-loi-so-lieu',
  signIn: '/dang-nhap',
  signInCommon: '/dang-nhap/he-thong-chung',
  signInReturn: '/dang-nhap/tra-ve',
  signOut: '/dang-xuat',
  setUp: '/thiet-lap',
  help: '/tro-giup',
  sheet: '/thanh-phan',
  theme: '/giao-dien',
} as const

type Query = Readonly<Record<string, string | number | null | undefined>>

/** Adds what is not empty; the order is that of the record, so that equal questions have equal addresses. */
export function withQuery(path: string, query: Query, fragment?: string): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value))
  const asked = params.toString()
  return `${path}${asked === '' ? '' : `?${asked}`}${fragment === undefined ? '' : `#${fragment}`}`
}

const below = (path: string, part: string): string => `${path}/${encodeURIComponent(part)}`

export const reviewHref = (slug: string, open?: string | null): string =>
  withQuery(below(addresses.intake, slug), { mo: open }, open === undefined || open === null ? undefined : `nv-${open}`)
export const documentHref = (slug: string, paragraph?: number): string =>
  `${below(addresses.documents, slug)}${paragraph === undefined ? '' : `#d${paragraph}`}`
export const taskHref = (task: { readonly id: string; readonly code: string | null }): string =>
  below(addresses.tasks, task.code ?? task.id)
export const successionHref = (id: string): string => below(addresses.successions, id)
export const personHref = (id: string): string => below(addresses.people, id)
/** Where the bodies of a class are named, and where one of two readings is chosen. */
export const expandHref = (task: { readonly id: string }): string => `${below(addresses.tasks, task.id)}/chon-ten`
export const settleHref = (task: { readonly id: string }): string => `${below(addresses.tasks, task.id)}/cach-hieu`
/** Where the heirs of a lead that is no more are chosen. */
export const heirsHref = (task: { readonly id: string }): string => `${below(addresses.tasks, task.id)}/ke-thua`
/** Where given-out work is handed to another body. */
export const reassignHref = (task: { readonly id: string; readonly code: string | null }): string => `${taskHref(task)}/giao-lai`
export const visibilityHref = (task: { readonly id: string; readonly code: string | null }): string => `${taskHref(task)}/cong-khai`
export const publicHref = (slug: string): string => below(addresses.progress, slug)
export const placeHref = (id: string, on?: string): string => withQuery(below(addresses.places, id), { ngay: on })
export const organisationHref = (id: string, on?: string): string => withQuery(below(addresses.organisations, id), { ngay: on })
export const datasetHref = (slug: string, query: Query = {}, fragment?: string): string =>
  withQuery(below(addresses.datasets, slug), query, fragment)
export const datasetFileHref = (slug: string, query: Query): string => withQuery(`${below(addresses.datasets, slug)}/tai-ve`, query)
/** One dataset in the words of DCAT. */
export const datasetDcatHref = (slug: string): string => `${below(addresses.datasets, slug)}/dcat.jsonld`
/** Where a reader says which figure is wrong. */
export const reportFigureHref = (slug: string, query: Query = {}): string => withQuery(`${below(addresses.datasets, slug)}/bao-sai`, query)
export const figureReportHref = (id: string): string => below(addresses.figureReports, id)
/** Where the answer to a report is read, by whoever has its secret. */
export const followHref = (secret: string, query: Query = {}): string => withQuery(below(addresses.followReport, secret), query)
/** Figures by other units, as programs read them. */
export const carriedApiHref = (slug: string, query: Query): string =>
  withQuery(`/api/v1/datasets/${encodeURIComponent(slug)}/carried`, query)
export const importHref = (id: string): string => below(addresses.imports, id)
export const describeHref = (slug: string): string => below(addresses.describe, slug)
/** The file a version was made of, and its bad rows: bytes as they are, from the door for files. */
export const datasetBytesHref = (id: string, n: number, of: 'file' | 'bad-rows'): string =>
  `/api/v1/datasets/${encodeURIComponent(id)}/versions/${n}/${of}`

/** The bad rows of an import of which nothing is taken yet. */
export const badRowsHref = (id: string): string => `/api/v1/dataset-imports/${encodeURIComponent(id)}/bad-rows`
