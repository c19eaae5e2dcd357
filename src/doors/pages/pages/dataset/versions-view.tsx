import type { ReactNode } from 'react'
import { formatDay, parseDay } from '../../../../kernel/period/day.ts'
import { type DifferencesView, datasetDifferences } from '../../../../operations/dataset/rows/list-differences.ts'
import type { DatasetView, VersionView } from '../../../../operations/dataset/views.ts'
import { datasetBytesHref, datasetHref, describeHref } from '../../addresses.ts'
import { TableFrame } from '../../components/card.tsx'
import { Pager } from '../../components/pager.tsx'
import { InstantText, useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import { type Asked, type Refused, refused } from '../../page.ts'
import { ColumnsChanged } from './columns-changed.tsx'
import { valueWords } from './marks.tsx'

/** The versions, newest first; and of one that is asked about, what it changed. */
const PAGE = 50

export async function versionsView(asked: Asked, of: DatasetView): Promise<{ readonly body: ReactNode } | Refused> {
  const to = Number.parseInt(asked.query.get('khac') ?? '', 10)
  if (!Number.isInteger(to)) return { body: <Versions of={of} /> }
  const after = asked.query.get('sau')
  const first = Math.max(1, Number.parseInt(asked.query.get('tu') ?? '', 10) || 1)
  const found = await asked.ask(datasetDifferences, { id: of.id, to, limit: PAGE, ...(after === null ? {} : { after }) })
  if (!found.ok) return refused(found.refusal)
  const { from, comparable, columns, items, next } = found.value
  const here = { xem: 'phien-ban', khac: to }
  return {
    body: (
      <>
        <Versions of={of} />
        <div className="bd" id="khac-biet">
          <h2 className="sub">{asked.say('differences.title', { from, to })}</h2>
          {comparable ? null : <p className="md">{asked.say('differences.not-comparable')}</p>}
          {comparable ? <ColumnsChanged changed={columns} /> : null}
          {comparable && items.length === 0 ? <p className="md">{asked.say('differences.none')}</p> : null}
        </div>
        {items.length === 0 ? null : (
          <>
            <Differences of={found.value} />
            <Pager
              first={first}
              shown={items.length}
              what={asked.say('differences.rows')}
              firstHref={after === null ? null : datasetHref(of.slug, here)}
              nextHref={next === null ? null : datasetHref(of.slug, { ...here, sau: next, tu: first + items.length })}
            />
          </>
        )}
      </>
    ),
  }
}

/** How long versions are kept, and on which basis; to whoever keeps the data, where that is decided. [DAT-45] */
function Kept({ of }: { of: DatasetView }) {
  const say = useSay()
  const { rule, last, since, basis } = of.retention
  const day = since === null ? null : parseDay(since)
  return (
    <p className="sm">
      {say(`versions.keep.${rule}`, { n: last ?? 0, day: day === null ? '' : formatDay(day) })}
      {basis === null ? '.' : <> ({basis}).</>}
      {of.mayKeep ? (
        <>
          {' '}
          <a href={`${describeHref(of.slug)}#luu-giu`}>{say('versions.keep.decide')}</a>
        </>
      ) : null}
    </p>
  )
}

function Versions({ of }: { of: DatasetView }) {
  const say = useSay()
  return (
    <div className="bd">
      <ol className="hist">
        {of.versions.map((version) => (
          <li key={version.n}>
            <span className={version.n === of.current.n ? 'mk0 on' : 'mk0'} />
            <p className="md">
              <b>{say('versions.n', { n: version.n })}</b>{' '}
              {version.n === of.current.n ? <span className="tag">{say('versions.current')}</span> : null}{' '}
              <InstantText of={version.recordedAt} />
            </p>
            <p className="sm">
              <What of={version} />
            </p>
            <ColumnsChanged changed={version.columns} />
            {version.columnsLeftOut.length === 0 ? null : (
              <p className="sm">
                {say('versions.columns.left-out', { columns: version.columnsLeftOut.map(({ label }) => label).join(', ') })}
              </p>
            )}
            <p className="sm muted">
              {version.fileName}
              {version.note === null ? null : <> · {version.note}</>}
            </p>
            {version.corrects.map((no) => (
              <p key={no} className="sm">
                {say('figures.corrects', { no })}
              </p>
            ))}
            {version.thinnedAt === null ? <Links of={of} version={version} /> : <Thinned of={version} at={version.thinnedAt} />}
          </li>
        ))}
      </ol>
      <Kept of={of} />
    </div>
  )
}

/** A version whose rows went: since when, and the sum of what it was made of. */
function Thinned({ of, at }: { of: VersionView; at: string }) {
  const say = useSay()
  return (
    <p className="sm muted">
      {say('versions.thinned')} <InstantText of={at} />. {say('import.sum')}: <code className="sum">{of.fileSha256}</code>
    </p>
  )
}

/** Rows of its file stand in one of their own: bad ones, or those that were to be left out. [DAT-65] */
export const hasAside = ({ badRows, fileMore }: VersionView): boolean => badRows > 0 || fileMore.includes('left-out')

function Links({ of, version }: { of: DatasetView; version: VersionView }) {
  const say = useSay()
  const before = of.versions.find(({ n }) => n === version.n - 1)
  return (
    <p className="acts sm">
      <a href={datasetHref(of.slug, { 'phien-ban': version.n })}>{say('versions.read')}</a>
      {before === undefined || before.thinnedAt !== null ? null : (
        <a href={datasetHref(of.slug, { xem: 'phien-ban', khac: version.n }, 'khac-biet')}>{say('versions.differences')}</a>
      )}
      {version.fileMore.length > 0 && !of.mayTakeWhole ? null : (
        <a href={datasetBytesHref(of.id, version.n, 'file')} download>
          {say('download.original')}
        </a>
      )}
      {!hasAside(version) || !of.mayTakeWhole ? null : (
        <a href={datasetBytesHref(of.id, version.n, 'bad-rows')} download>
          {version.badRows === 0 ? say('versions.aside') : say('versions.bad', { n: version.badRows })}
        </a>
      )}
    </p>
  )
}

/** What a version is: how many rows, or what it changed of the one before. */
export function What({ of }: { of: VersionView }) {
  const say = useSay()
  const language = useLanguage()
  const n = language === 'en' && of.rows === 1 ? 1 : numberWords(of.rows, language)
  const shown = (count: number | null): string => numberWords(count ?? 0, language)
  if (of.added === null) return say(of.n === 1 ? 'versions.first' : 'versions.replaced', { n })
  const leftOut = of.leftOut ?? 0
  if (of.added + (of.changed ?? 0) + (of.removed ?? 0) + leftOut === 0) return say('versions.same', { n })
  const told = { n, added: shown(of.added), changed: shown(of.changed), removed: shown(of.removed) }
  return leftOut === 0 ? say('versions.changed', told) : say('versions.left-out', { ...told, left: shown(leftOut) })
}

type Values = Readonly<Record<string, string | number | boolean | null>> | null
/** As columns of their own day have them: a later version may have dropped them, or called them otherwise. [DAT-90] */
type Found = Pick<DifferencesView, 'dictionary' | 'key' | 'items' | 'columns'>
type Item = Found['items'][number]

function Differences({ of }: { of: Found }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('differences.rows') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('differences.kind')}</th>
            <th scope="col">{say('differences.row')}</th>
            <th scope="col">{say('differences.what')}</th>
          </tr>
        </thead>
        <tbody>
          {of.items.map((item) => (
            <tr key={item.row}>
              <td data-l={say('differences.kind')}>{say(item.leftOut ? 'differences.left-out' : `differences.${item.kind}`)}</td>
              <th scope="row" data-l={say('differences.row')}>
                <KeyOf of={of} item={item} />
              </th>
              <td data-l={say('differences.what')}>
                <Changes of={of} item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function KeyOf({ of, item }: { of: Found; item: Item }) {
  const say = useSay()
  const language = useLanguage()
  const values = item.after ?? item.before ?? {}
  if (of.key.length === 0) return item.row
  return of.key
    .map((name) => {
      const column = of.dictionary.find((one) => one.name === name)
      return column === undefined ? String(values[name] ?? '') : valueWords(values[name] ?? null, column, language, say)
    })
    .join(' · ')
}

/** Of a changed row only what changed; of another all that it says, and nothing of its empty cells. */
function Changes({ of, item }: { of: Found; item: Item }) {
  const say = useSay()
  const language = useLanguage()
  const isOfBoth = (name: string): boolean => !of.columns.added.includes(name) && !of.columns.removed.includes(name)
  const columns = of.dictionary.filter(({ name }) =>
    item.before === null || item.after === null
      ? !of.key.includes(name) && (item.after ?? item.before)?.[name] != null
      : isOfBoth(name) && item.before[name] !== item.after[name],
  )
  const words = (values: Values, column: (typeof columns)[number]): string =>
    valueWords(values?.[column.name] ?? null, column, language, say)
  return (
    <ul className="diff">
      {columns.map((column) => (
        <li key={column.name}>
          <span className="muted">{column.label}:</span>{' '}
          {item.before === null ? null : (
            <>
              <del>{words(item.before, column)}</del>{' '}
            </>
          )}
          {item.after === null ? null : <ins>{words(item.after, column)}</ins>}
        </li>
      ))}
    </ul>
  )
}
