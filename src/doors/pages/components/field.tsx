import type { ReactNode } from 'react'
import { useSay } from './reader.tsx'
import { StatusMark } from './status.tsx'

/**
 * A field: label above, hint under it, error between the hint and the input. What was typed is kept.
 * `name` is the name in the form; `id` must be unique on the page.
 */
interface Common {
  readonly id: string
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly optional?: boolean
}

function Frame({ id, label, hint, error, optional, children }: Common & { children: ReactNode }) {
  const say = useSay()
  return (
    <div className={error ? 'f err' : 'f'}>
      <label htmlFor={id}>
        {label}
        {optional === true ? <span className="opt"> {say('form.optional')}</span> : null}
      </label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-goi-y`}>
          {hint}
        </span>
      )}
      {error ? (
        <span className="msg-err" id={`${id}-loi`}>
          <StatusMark of="overdue" />
          {error}
        </span>
      ) : null}
      {children}
    </div>
  )
}

const described = (field: Common) => ({
  id: field.id,
  name: field.name,
  'aria-describedby':
    [field.hint === undefined ? '' : `${field.id}-goi-y`, field.error ? `${field.id}-loi` : ''].filter((x) => x !== '').join(' ') ||
    undefined,
  'aria-invalid': field.error ? true : undefined,
})

export const TextField = (
  props: Common & {
    readonly value: string
    readonly type?: 'text' | 'search' | 'email' | 'password'
    /** What a keeper of passwords may fill in: `username`, `current-password`, `new-password`. */
    readonly fill?: string
    readonly figures?: boolean
    readonly placeholder?: string
    readonly required?: boolean
    /** The id of a list of suggestions. */
    readonly list?: string
  },
) => (
  <Frame {...props}>
    <input
      {...described(props)}
      className="in"
      type={props.type ?? 'text'}
      inputMode={props.figures === true ? 'numeric' : undefined}
      placeholder={props.placeholder}
      required={props.required}
      defaultValue={props.value}
      autoComplete={props.fill ?? 'off'}
      list={props.list}
    />
  </Frame>
)

/** A day typed as dd/mm/yyyy. */
export function DayField(props: Common & { readonly value: string }) {
  const say = useSay()
  return <TextField {...props} figures placeholder={say('form.day-form')} />
}

export const AreaField = (
  props: Common & { readonly value: string; readonly rows: number; readonly className?: string; readonly required?: boolean },
) => (
  <Frame {...props}>
    <textarea
      {...described(props)}
      className={`in ${props.className ?? ''}`.trim()}
      rows={props.rows}
      required={props.required}
      defaultValue={props.value}
    />
  </Frame>
)

export const ChoiceField = (
  props: Common & { readonly value: string; readonly choices: readonly { readonly value: string; readonly label: string }[] },
) => (
  <Frame {...props}>
    <select {...described(props)} className="in" defaultValue={props.value}>
      {props.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </Frame>
)

export const CheckField = ({ name, label, note, checked }: { name: string; label: string; note?: string; checked: boolean }) => (
  <label className="ck">
    <input type="checkbox" name={name} value="1" defaultChecked={checked} />
    <span>
      {label}
      {note === undefined ? null : <small>{note}</small>}
    </span>
  </label>
)
