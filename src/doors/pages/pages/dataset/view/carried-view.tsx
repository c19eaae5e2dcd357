import type { ReactNode } from 'react'
import { sentence } from '../../../../../base/refusals.ts'
import { withUnit } from '../../../../../kernel/dataset/cell/column.ts'
import { comparable, isOfProvinces } from '../../../../../kernel/dataset/comparable.ts'
import { codeLengths } from '../../../../../kernel/dataset/understanding/role.ts'
import { parseDay } from '../../../../../kernel/period/day.ts'
import { measures } from '../../../../../kernel/place/carry.ts'
import { type CarriedDataset, datasetCarry } from '../../../../../operations/dataset/rows/carry-dataset.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { carriedApiHref } from '../../../addresses.ts'
import { TableFrame } from '../../../components/card.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Empty, Notice } from '../../../components/notice.tsx'
import { DayText, NumberText, Sentence, useLanguage, useSay } from '../../../components/reader.tsx'
import { dayWords, numberWords } from '../../../dates.ts'
import type { Asked, Refused } from '../../../page.ts'
import { periodWords } from '../period-words.ts'
import { Choose, type Chosen, NEW, OLD } from './carried-choose.tsx'
import { carriedRows } from './carried-rows.tsx'

/** Figures of the table by the units of before the reform, or after it; every choice stands in the address. [DAT-40] */
export async function carriedView(asked: Asked, of: DatasetView): Promise<{ readonly body: ReactNode } | Refused> {
  const { query } = asked
  const fits = comparable(of.columns)
  const choice = (name: string): string => (query.get(name) ?? '').trim().slice(0, 200)
  const tests = query.getAll('loc').slice(0, 20)
  const measure = measures.find((one) => one === choice('gop'))
  const given = {
    id: of.id,
    ...(choice('so') === '' ? {} : { of: choice('so') }),
    ...(choice('luc') === '' ? {} : { at: choice('luc') }),
    ...(measure === undefined ? {} : { measure }),
    ...(choice('cap') === 'tinh' ? { toLevel: 'province' as const } : {}),
    ...(choice('thieu') === 'ghi-ro' ? { gaps: 'tell' as const } : {}),
    ...(choice('trong-so') === '' ? {} : { weights: choice('trong-so') }),
    ...(choice('trong-so-luc') === '' ? {} : { weightsAt: choice('trong-so-luc') }),
    ...(tests.length === 0 ? {} : { filter: tests }),
  }
  const by = choice('theo')
  const on = by === 'cu' ? OLD : parseDay(by)
  let found = await asked.ask(datasetCarry, { ...given, on: on ?? NEW })
  // a table of a later day is of the new units as it stands; the old ones know little of it, and are told when asked for [DAT-103]
  if (found.ok && on === null && found.value.day > NEW) found = await asked.ask(datasetCarry, { ...given, on: found.value.day })
  const rows = await carriedRows(asked, of, tests, found.ok ? null : found.refusal)
  const href = (on: string): string =>
    carriedApiHref(of.slug, { ...given, id: null, filter: null, on }) + tests.map((test) => `&filter=${encodeURIComponent(test)}`).join('')
  const chosen: Chosen = {
    to: choice('cap'),
    gaps: choice('thieu'),
    of: choice('so'),
    at: choice('luc'),
    measure: measure ?? '',
    weights: choice('trong-so'),
    weightsAt: choice('trong-so-luc'),
    tests,
  }
  return {
    body: (
      <>
        {fits === null ? null : (
          <Choose
            of={of}
            fits={fits}
            chosen={chosen}
            by={found.ok ? found.value.on : (on ?? NEW)}
            hasGaps={found.ok && found.value.items.some(({ missing }) => missing.length > 0)}
          />
        )}
        {found.ok ? (
          <Told
            of={of}
            told={found.value}
            href={href(found.value.on)}
            isRaised={given.toLevel !== undefined}
            isBelow={fits !== null && !isOfProvinces(fits)}
          />
        ) : (
          <Empty icon="arrow-right-left" title={asked.say('carried.no')}>
            {sentence(found.refusal, asked.language)}
          </Empty>
        )}
        {rows}
      </>
    ),
  }
}

type Item = CarriedDataset['items'][number]

function Told({ of, told, href, isRaised, isBelow }: ToldProps) {
  const say = useSay()
  const language = useLanguage()
  const column = of.columns.find(({ name }) => name === told.of)
  const count = (test: (one: Item) => boolean): number => told.items.filter(test).length
  const [exact, estimated, untold] = [
    count((one) => one.exact),
    count((one) => !one.exact && one.value !== null),
    count((one) => one.value === null),
  ]
  // a table of these very units has no arithmetic to show
  const isOwn = told.items.every(({ method, reason }) => method === 'same' && reason === null)
  const label = column === undefined ? told.of : withUnit(column)
  const weighing = of.columns.find(({ name }) => told.weights === `${of.slug}:${name}`)
  return (
    <>
      <div className="bd">
        <p>
          <Sentence
            of={`carried.lede${isRaised ? '.level' : told.day === told.on ? '.own' : ''}${told.at === null ? '' : '.at'}`}
            put={{ day: <DayText of={told.day} />, on: <DayText of={told.on} />, at: <TimeText of={told.at ?? ''} /> }}
          />{' '}
          {say(exact > 0 && estimated + untold === 0 ? 'carried.counts.exact' : 'carried.counts', {
            exact: numberWords(exact, language),
            estimated: numberWords(estimated, language),
            untold: numberWords(untold, language),
          })}
        </p>
        {told.weightsAt === null ? null : (
          <p>
            {weighing === undefined ? (
              <Sentence
                of="carried.weights.of"
                put={{ weights: <code>{told.weights ?? ''}</code>, at: <TimeText of={told.weightsAt} /> }}
              />
            ) : (
              <Sentence of="carried.weights.by" put={{ column: withUnit(weighing), at: <TimeText of={told.weightsAt} /> }} />
            )}
          </p>
        )}
        {told.times === null ? null : (
          <p>
            <Sentence of="carried.times" put={{ first: <TimeText of={told.times.first} />, last: <TimeText of={told.times.last} /> }} />
          </p>
        )}
        {isBelow && !isRaised && untold > exact + estimated ? <Notice kind="i">{say('carried.level.advice')}</Notice> : null}
        {told.unread.length === 0 ? null : <Unread told={told} />}
        {told.weightsUnread.length === 0 ? null : (
          <Notice kind="w">
            {say('carried.weights.unread', {
              n: numberWords(told.weightsUnread.length, language),
              places: told.weightsUnread
                .slice(0, MOST_UNREAD)
                .map(({ place }) => place)
                .join(', '),
            })}
          </Notice>
        )}
      </div>
      <TableFrame label={say('table.of', { what: say('dataset.view.carried') })}>
        <table className="t t--cards">
          <thead>
            <tr>
              <th scope="col">{say('carried.unit')}</th>
              <th scope="col" className="n">
                {label}
              </th>
              {estimated === 0 ? null : (
                <th scope="col" className="n">
                  {say('carried.range')}
                </th>
              )}
              <th scope="col">{say('carried.method')}</th>
              {isOwn ? null : <th scope="col">{say('carried.parts')}</th>}
            </tr>
          </thead>
          <tbody>
            {told.items.map((one) => (
              <Row key={one.place.id} of={one} label={label} hasRange={estimated > 0} hasParts={!isOwn} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="bd src">
        <a href={href}>{say('carried.api')}</a>
        {of.attribution === null ? null : <>. {of.attribution}</>}
      </p>
    </>
  )
}

type ToldProps = {
  of: DatasetView
  told: CarriedDataset
  href: string
  /** Units below are told as their province. */
  isRaised: boolean
  /** The table is of units below a province. */
  isBelow: boolean
}

function Row({ of, label, hasRange, hasParts }: { of: Item; label: string; hasRange: boolean; hasParts: boolean }) {
  const say = useSay()
  const isRange = !of.exact && of.low !== null && of.high !== null
  return (
    <tr>
      <th scope="row">{of.place.name}</th>
      <td className="n" data-l={label}>
        {of.value === null ? (
          <span className="muted">{say('carried.untold')}</span>
        ) : (
          <span>
            {of.exact ? null : '≈ '}
            <NumberText of={Number(of.value)} />
          </span>
        )}
      </td>
      {hasRange ? (
        <td className="n" data-l={say('carried.range')}>
          {isRange ? (
            <span>
              <NumberText of={Number(of.low)} /> – <NumberText of={Number(of.high)} />
            </span>
          ) : null}
        </td>
      ) : null}
      <td data-l={say('carried.method')}>
        <span className={of.value === null ? 'how how--no' : of.exact ? 'how how--yes' : 'how how--about'}>
          <Icon name={of.value === null ? 'circle-x' : of.exact ? 'circle-check' : 'circle-help'} />
          {of.reason === null
            ? say(`carried.method.${of.method}`, { units: missingOf(of, say) })
            : say(`carried.reason.${of.reason}`, { units: missingOf(of, say) })}
        </span>
      </td>
      {hasParts ? (
        <td data-l={say('carried.parts')}>
          <Parts of={of} />
        </td>
      ) : null}
    </tr>
  )
}

function missingOf({ missing }: Item, say: ReturnType<typeof useSay>): string {
  const units = missing
    .slice(0, MOST_MISSING)
    .map(({ name }) => name)
    .join(', ')
  const n = missing.length - MOST_MISSING
  return n > 0 ? say('carried.missing.more', { units, n }) : units
}

/** The arithmetic: what each part gives, and how much of it when not all. */
function Parts({ of }: { of: Item }) {
  const say = useSay()
  if (of.method === 'same') return null
  if (of.parts.length <= MOST_IN_SIGHT) return <Sum of={of.parts} />
  return (
    <details>
      <summary>{say('carried.parts.n', { n: of.parts.length })}</summary>
      <Sum of={of.parts} />
    </details>
  )
}

function Sum({ of }: { of: Item['parts'] }) {
  const language = useLanguage()
  return of.map(({ place, share, value }, i) => (
    <span key={place.id}>
      {i === 0 ? null : ' + '}
      {nameOf(place)} <NumberText of={Number(value)} />
      {share === null || share === 1 ? null : ` × ${numberWords(Math.round(share * 1000) / 10, language)}%`}
    </span>
  ))
}

/** «Thành phố Hội An» is no ward of that name: only provinces are known without the word. */
const nameOf = ({ name, code }: Item['place']): string =>
  code.length <= codeLengths.province ? name.replace(/^(?:Thành phố|Tỉnh) /, '') : name

const MOST_UNREAD = 20
/** A sum of more parts is opened by who wants to see it. */
const MOST_IN_SIGHT = 6
/** So many units without a figure are named, the others counted. */
const MOST_MISSING = 5

function Unread({ told }: { told: CarriedDataset }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Notice kind="w">
      <b>{say('carried.unread', { n: told.unread.length })}</b>
      <ul className="sm">
        {told.unread.slice(0, MOST_UNREAD).map(({ n, place, reason }) => (
          <li key={n}>
            {place}: {say(`carried.unread.${reason}`, { day: dayWords(told.day, language) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function TimeText({ of }: { of: string }) {
  const say = useSay()
  if (parseDay(of) !== null) return <DayText of={of} />
  return /^\d{4}$/.test(of) ? of : periodWords(of, say)
}
