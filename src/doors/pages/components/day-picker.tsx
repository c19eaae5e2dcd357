import type { ReactNode } from 'react'
import { dayTyped, dayWords } from '../dates.ts'
import { useLanguage, useSay } from './reader.tsx'

/**
 * Which day is asked about: typed, or one of the days on which something changed. The words searched are kept.
 * A plain form by GET, so that the address holds the question.
 */
export function DayPicker(props: {
  readonly action: string
  readonly on: string
  readonly error?: string | null
  readonly shortcuts: readonly { readonly day: string; readonly href: string; readonly note: string }[]
  readonly search?: { readonly label: string; readonly value: string; readonly hint: string }
  readonly children?: ReactNode
}) {
  const say = useSay()
  const language = useLanguage()
  return (
    <search className="card daypick" aria-label={say('day-picker.label')}>
      <form action={props.action} method="get">
        <div className="filters">
          {props.search === undefined ? null : (
            <div className="f grow">
              <label htmlFor="q">{props.search.label}</label>
              <input
                className="in"
                id="q"
                name="q"
                type="search"
                defaultValue={props.search.value}
                placeholder={props.search.hint}
                autoComplete="off"
              />
            </div>
          )}
          <div className={props.error ? 'f err' : 'f'}>
            <label htmlFor="ngay">{say('day-picker.on')}</label>
            {props.error ? <span className="msg-err">{props.error}</span> : null}
            <input
              className="in"
              id="ngay"
              name="ngay"
              inputMode="numeric"
              placeholder={say('form.day-form')}
              defaultValue={props.error ? props.on : dayTyped(props.on)}
            />
          </div>
          {props.children}
          <button className="btn" type="submit">
            {say('day-picker.show')}
          </button>
        </div>
      </form>
      {props.shortcuts.length === 0 ? null : (
        <ul className="shortcuts" aria-label={say('day-picker.shortcuts')}>
          {props.shortcuts.map(({ day, href, note }) => (
            <li key={day}>
              <a className="chip" href={href} aria-current={day === props.on ? 'true' : undefined}>
                <span>{dayWords(day, language)}</span>
                <span className="muted">{note}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
