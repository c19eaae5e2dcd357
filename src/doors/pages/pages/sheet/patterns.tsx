import type { ReactNode } from 'react'
import { addresses } from '../../addresses.ts'
import { Card, Facts, TableFrame } from '../../components/card.tsx'
import { DayPicker } from '../../components/day-picker.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Icon } from '../../components/icon.tsx'
import { Empty, Notice } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { DayText } from '../../components/reader.tsx'
import { DaysLeft, Status } from '../../components/status.tsx'
import { Steps } from '../../components/steps.tsx'
import { Timeline } from '../../components/timeline.tsx'
import type { Asked } from '../../page.ts'
import { countKinds, type DirectiveMark } from '../../text-marks/directive-marks.ts'
import { Legend, Paragraphs } from '../../text-marks/marked-text.tsx'
import { paragraphsOf } from '../../text-marks/paragraphs.ts'

/** What is put together of them: marked text, empty and broken states, notices, ways, tables. */
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

export const Marks = ({ asked }: { asked: Asked }) => (
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

export const States = ({ asked }: { asked: Asked }) => (
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

export const Notices = ({ asked }: { asked: Asked }) => (
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

export const Ways = ({ asked }: { asked: Asked }) => (
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

export const Records = ({ asked }: { asked: Asked }) => (
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
