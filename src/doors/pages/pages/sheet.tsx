import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { Card, Facts, TableFrame } from '../components/card.tsx'
import { DayPicker } from '../components/day-picker.tsx'
import { DocumentNumber } from '../components/document-number.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { AreaField, CheckField, ChoiceField, DayField, TextField } from '../components/field.tsx'
import { Icon } from '../components/icon.tsx'
import { Empty, Notice } from '../components/notice.tsx'
import { Pager } from '../components/pager.tsx'
import { DayText } from '../components/reader.tsx'
import { DaysLeft, Status, statusOrder } from '../components/status.tsx'
import { Steps } from '../components/steps.tsx'
import { Strip } from '../components/strip.tsx'
import { Timeline } from '../components/timeline.tsx'
import { type Asked, type Page, view } from '../page.ts'
import { countKinds, type DirectiveMark } from '../text-marks/directive-marks.ts'
import { Legend, Paragraphs } from '../text-marks/marked-text.tsx'
import { paragraphsOf } from '../text-marks/paragraphs.ts'

/** Every component, as it looks. A page uses nothing that is not here. */
export const sheetPage: Page = {
  path: addresses.sheet,
  get: async (asked) =>
    view({
      heading: asked.say('sheet.heading'),
      lede: asked.say('sheet.lede'),
      body: (
        <div className="stack">
          <Colours asked={asked} />
          <div className="grid g-1-1">
            <Types asked={asked} />
            <Statuses asked={asked} />
          </div>
          <Strip
            counts={{ overdue: 5, 'due-soon': 7, 'in-time': 12, 'done-on-time': 16, 'done-late': 4, 'no-due': 3 }}
            total={47}
            chosen="due-soon"
            href={() => addresses.sheet}
            soonDays={30}
          />
          <div className="grid g-1-1">
            <Buttons asked={asked} />
            <Fields asked={asked} />
          </div>
          <Marks asked={asked} />
          <div className="grid g-1-1">
            <States asked={asked} />
            <Notices asked={asked} />
          </div>
          <Ways asked={asked} />
          <Records asked={asked} />
        </div>
      ),
    }),
}

const colours = [
  'canvas',
  'surface',
  'surface-2',
  'surface-3',
  'line',
  'ctl-line',
  'ink',
  'ink-2',
  'ink-3',
  'cham',
  'cham-soft',
  'son',
  'q-1',
  'q-2',
  'q-3',
  'q-4',
  'q-5',
] as const

const Colours = ({ asked }: { asked: Asked }) => (
  <Card id="mau" title={asked.say('sheet.colours')}>
    <ul className="sws">
      {colours.map((name) => (
        <li key={name}>
          <svg className="swb" aria-hidden="true">
            <rect width="100%" height="100%" rx="6" fill={`var(--${name})`} />
          </svg>
          <b>{name}</b>
          <small>{asked.say(`sheet.colour.${name}`)}</small>
        </li>
      ))}
    </ul>
  </Card>
)

const Types = ({ asked }: { asked: Asked }) => (
  <Card id="chu" title={asked.say('sheet.types')}>
    <div className="types">
      <p className="ty-38">Liên kết vùng Ễ Ậ Ỗ</p>
      <p className="ty-28">Quy hoạch thời kỳ 2021 - 2030</p>
      <p className="ty-22">Tiến độ thực hiện</p>
      <p className="ty-18">Theo cơ quan chủ trì</p>
      <p className="ty-15">Sở Tài nguyên và Môi trường phối hợp với địa phương giáp ranh.</p>
      <p className="ty-14">Hạn 31/12/2022, còn 26 ngày.</p>
      <p className="ty-13 muted">Nguồn: Kho bạc Nhà nước, 09/12/2022.</p>
      <p className="tn">1.111.111,11 · 4.880.040,09</p>
    </div>
  </Card>
)

const Statuses = ({ asked }: { asked: Asked }) => (
  <Card id="tinh-trang" title={asked.say('sheet.statuses')} note={asked.say('sheet.statuses.note')}>
    <ul className="list">
      {statusOrder.map((of) => (
        <li key={of} className="row sp">
          <Status of={of} />
          <span className="md muted">{of === 'due-soon' ? asked.say('strip.due-soon', { n: 30 }) : asked.say(`strip.${of}`)}</span>
        </li>
      ))}
    </ul>
  </Card>
)

const Buttons = ({ asked }: { asked: Asked }) => (
  <Card id="nut" title={asked.say('sheet.buttons')}>
    <p className="row">
      <button className="btn btn--p" type="button">
        {asked.say('review.assign', { n: 7 })}
      </button>
      <button className="btn" type="button">
        <Icon name="plus" />
        {asked.say('review.add')}
      </button>
      <button className="btn btn--q" type="button">
        {asked.say('tasks.clear')}
      </button>
      <button className="btn btn--d" type="button">
        {asked.say('review.discard')}
      </button>
      <button className="btn btn--s" type="button">
        {asked.say('pager.next')}
      </button>
      <button className="btn" type="button" disabled>
        {asked.say('pager.first')}
      </button>
      <button className="btn btn--p" type="button" aria-busy="true">
        {asked.say('sheet.busy')}
      </button>
      <span className="btn focusdemo">{asked.say('sheet.focus')}</span>
    </p>
  </Card>
)

const Fields = ({ asked }: { asked: Asked }) => (
  <Card id="truong" title={asked.say('sheet.fields')}>
    <div className="frow">
      <ChoiceField
        id="z1"
        name="z1"
        label={asked.say('task.every')}
        value="P6M"
        choices={[{ value: 'P6M', label: asked.say('every.P6M') }]}
      />
      <DayField id="z2" name="z2" label={asked.say('task.due')} value="31/12/2022" />
    </div>
    <div className="frow">
      <DayField id="z3" name="z3" label={asked.say('document.signed-on')} error={asked.say('sheet.bad-day')} value="31/02/2022" />
      <TextField
        id="z4"
        name="z4"
        label={asked.say('document.number')}
        hint={asked.say('document.number.hint')}
        optional
        figures
        value="12/KH-UBND"
      />
    </div>
    <AreaField id="z5" name="z5" label={asked.say('task.title')} rows={2} value="Rà soát danh mục dữ liệu dùng chung" />
    <CheckField name="z6" label={asked.say('task.open-class')} note={asked.say('task.open-class.note')} checked />
  </Card>
)

const SAMPLE =
  'Giao Sở Xây dựng chủ trì, phối hợp với Sờ Nội vụ và các cơ quan liên quan rà soát hồ sơ theo Kế hoạch số 12/KH-UBND, hoàn thành trước ngày 15-9-2026; định kỳ hằng quý báo cáo UBND thành phố.'

function sampleMarks(): readonly DirectiveMark[] {
  const mark = (kind: DirectiveMark['kind'], words: string, read?: string): DirectiveMark => {
    const start = SAMPLE.indexOf(words)
    return { kind, start, end: start + words.length, tasks: ['1'], ...(read === undefined ? {} : { read }) }
  }
  return [
    mark('lead', 'Sở Xây dựng'),
    mark('coordinating', 'Sờ Nội vụ'),
    mark('slip', 'Sờ', 'Sở'),
    mark('coordinating', 'các cơ quan liên quan'),
    mark('citation', 'Kế hoạch số 12/KH-UBND'),
    mark('due', 'trước ngày 15-9-2026'),
    mark('period', 'định kỳ hằng quý'),
    mark('recipients', 'UBND thành phố'),
  ]
}

const Marks = ({ asked }: { asked: Asked }) => (
  <Card id="danh-dau" title={asked.say('sheet.marks')} note={asked.say('sheet.marks.note')} flush>
    <Legend counts={countKinds(sampleMarks())} />
    <div className="paper">
      <Paragraphs
        text={SAMPLE}
        paragraphs={paragraphsOf(SAMPLE)}
        marks={sampleMarks()}
        lit={new Set([1])}
        href={() => addresses.sheet}
        open={null}
      />
    </div>
  </Card>
)

const States = ({ asked }: { asked: Asked }) => (
  <Card id="trong" title={asked.say('sheet.states')}>
    <Empty
      icon="clipboard-check"
      title={asked.say('tasks.none')}
      action={
        <a className="btn btn--s" href={addresses.tasks}>
          {asked.say('tasks.clear')}
        </a>
      }
    >
      {asked.say('tasks.none.filtered')}
    </Empty>
    <Empty icon="cloud-off" title={asked.say('fault.broken.title')}>
      {asked.say('fault.broken.why', { number: '4f2a91c0' })}
    </Empty>
  </Card>
)

const Notices = ({ asked }: { asked: Asked }) => (
  <Card id="thong-bao" title={asked.say('sheet.notices')}>
    <Notice kind="i">{asked.say('review.existing')}</Notice>
    <Notice kind="o">{asked.say('review.done.assigned', { n: 7 })}</Notice>
    <Notice kind="w">{asked.say('review.blocked.lead-is-class')}</Notice>
    <Notice kind="e">{asked.say('fault.broken.title')}</Notice>
    <div className="stack">
      <ErrorSummary refusal={{ code: 'bad-day', data: { value: '31/02/2022' } }} field="z3" focus={false} />
    </div>
  </Card>
)

const Ways = ({ asked }: { asked: Asked }) => (
  <Card id="dieu-huong-mau" title={asked.say('sheet.ways')}>
    <div className="grid g-1-1">
      <div className="stack">
        <Steps at="review" />
        <Pager first={1} shown={8} total={47} what={asked.say('tasks.what')} firstHref={null} nextHref={addresses.sheet} />
      </div>
      <Timeline
        of={[
          { key: '2', icon: 'send', act: true, who: 'người vận hành', at: '2026-09-01T03:30:00Z', what: asked.say('verb.task.assigned') },
          {
            key: '1',
            icon: 'file-input',
            act: false,
            who: 'người vận hành',
            at: '2026-09-01T03:12:00Z',
            what: asked.say('verb.document.received'),
          },
        ]}
      />
    </div>
    <DayPicker
      action={addresses.sheet}
      on="2025-07-01"
      shortcuts={[{ day: '2025-07-01', href: addresses.sheet, note: asked.say('place.change.2025-07-01') }]}
      search={{ label: asked.say('place.search'), value: '', hint: asked.say('place.search.hint') }}
    />
  </Card>
)

const Records = ({ asked }: { asked: Asked }) => (
  <Card id="bang" title={asked.say('sheet.records')} flush>
    <TableFrame label={asked.say('table.of', { what: asked.say('tasks.what') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{asked.say('tasks.status')}</th>
            <th scope="col">{asked.say('tasks.task')}</th>
            <th scope="col">{asked.say('tasks.document')}</th>
            <th scope="col" className="n" aria-sort="ascending">
              <a className="sort" href={addresses.sheet}>
                {asked.say('task.due')}
                <Icon name="arrow-up" />
              </a>
            </th>
          </tr>
        </thead>
        <tbody>
          <Record
            status={<Status of="overdue" />}
            title="Chia sẻ dữ liệu quan trắc nước với địa phương giáp ranh"
            number="12/KH-UBND"
            due="2026-08-25"
            left={-7}
            asked={asked}
          />
          <Record
            status={<Status of="due-soon" />}
            title="Lập danh mục dữ liệu dùng chung của vùng, gồm các bộ dữ liệu do nhiều cơ quan cùng cập nhật"
            number="12/KH-UBND"
            due="2026-09-15"
            left={14}
            asked={asked}
          />
        </tbody>
      </table>
    </TableFrame>
    <div className="bd">
      <Facts
        of={[
          { term: asked.say('task.lead'), is: <b>Sở Xây dựng</b> },
          { term: asked.say('tasks.document'), is: <DocumentNumber href={addresses.sheet}>12/KH-UBND</DocumentNumber> },
        ]}
      />
    </div>
  </Card>
)

const Record = ({
  status,
  title,
  number,
  due,
  left,
  asked,
}: {
  status: ReactNode
  title: string
  number: string
  due: string
  left: number
  asked: Asked
}) => (
  <tr>
    <td>{status}</td>
    <th scope="row">
      <a href={addresses.sheet}>{title}</a>
    </th>
    <td data-l={asked.say('tasks.document')}>
      <DocumentNumber>{number}</DocumentNumber>
    </td>
    <td className="n" data-l={asked.say('task.due')}>
      <span>
        <DayText of={due} />
        <small>
          <DaysLeft of={left} />
        </small>
      </span>
    </td>
  </tr>
)
