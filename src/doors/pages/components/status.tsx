import type { Lateness } from '../../../kernel/task/lateness.ts'
import { useSay } from './reader.tsx'

/**
 * Lateness as a shape, words and a colour, in that order of trust: without colour nothing is lost.
 * The order of the classes is the same everywhere.
 */
export const statusOrder = ['overdue', 'due-soon', 'in-time', 'done-on-time', 'done-late', 'no-due'] as const satisfies readonly Lateness[]

/** The short names that colours and addresses use. */
export const statusClass: Readonly<Record<Lateness, string>> = {
  overdue: 'qua',
  'due-soon': 'sap',
  'in-time': 'chua',
  'done-on-time': 'dung',
  'done-late': 'muon',
  'no-due': 'khong',
}

const marks: Readonly<Record<Lateness, React.ReactNode>> = {
  overdue: (
    <>
      <path d="M8 .9 15.1 8 8 15.1.9 8z" fill="currentColor" />
      <path className="st-cut" d="M8 4.6v4" />
      <circle className="st-dot" cx="8" cy="11" r="1" />
    </>
  ),
  'due-soon': (
    <>
      <circle className="st-ring" cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  'in-time': <circle className="st-ring" cx="8" cy="8" r="6" />,
  'done-on-time': (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path className="st-cut" d="m4.9 8.2 2.2 2.2 4-4.4" />
    </>
  ),
  'done-late': (
    <>
      <rect className="st-ring" x="1.9" y="1.9" width="12.2" height="12.2" rx="2.5" />
      <path className="st-ring" d="m4.9 8.2 2.2 2.2 4-4.4" />
    </>
  ),
  'no-due': <path className="st-ring" d="M2.5 8h2M7 8h2M11.5 8h2" />,
}

export const StatusMark = ({ of }: { of: Lateness }) => (
  <svg className={`sti c-${statusClass[of]}`} viewBox="0 0 16 16" aria-hidden="true">
    {marks[of]}
  </svg>
)

export function Status({ of }: { of: Lateness }) {
  const say = useSay()
  return (
    <span className={`st st--${statusClass[of]}`}>
      <StatusMark of={of} />
      {say(`lateness.${of}`)}
    </span>
  )
}

/** «Còn 26 ngày», «Quá hạn 41 ngày», «Đến hạn hôm nay»; nothing without a day. */
export function DaysLeft({ of }: { of: number | null }) {
  const say = useSay()
  if (of === null) return null
  if (of === 0) return <>{say('days.today')}</>
  return <>{of > 0 ? say('days.left', { n: of }) : say('days.over', { n: -of })}</>
}
