import { accessClasses, cadences, contents, themes } from '../../../../kernel/dataset/describe.ts'
import type { MoreThanTable } from '../../../../kernel/dataset/understanding/whole-file.ts'
import { AreaField, ChoiceField, TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { useSay } from '../../components/reader.tsx'
import type { Form } from '../../page.ts'
import { moreWords } from './import/more-words.ts'

/** What people say of a dataset, as it is typed: of a new one, and of one that is described anew. */
export type DescribeTyped = {
  readonly title: string
  readonly description: string
  readonly custodian: string
  readonly basis: string
  readonly access: string
  readonly licence: string
  readonly attribution: string
  readonly source: string
  readonly cadence: string
  readonly themes: readonly string[]
  readonly contents: readonly string[]
  readonly territory: string
}

export const nothingDescribed: DescribeTyped = {
  title: '',
  description: '',
  custodian: '',
  basis: '',
  access: 'internal',
  licence: '',
  attribution: '',
  source: '',
  cadence: '',
  themes: [],
  contents: [],
  territory: '',
}

export const describeTyped = (form: Form): DescribeTyped => ({
  title: form.text('ten').trim(),
  description: form.text('mo-ta').trim(),
  custodian: form.text('don-vi').trim(),
  basis: form.text('can-cu').trim(),
  access: form.text('muc') || 'internal',
  licence: form.text('giay-phep').trim(),
  attribution: form.text('ghi-nguon').trim(),
  source: form.text('nguon').trim(),
  cadence: form.text('ky'),
  themes: form.all('linh-vuc'),
  contents: form.all('noi-dung-vung'),
  territory: form.text('pham-vi').trim(),
})

const orNull = (text: string): string | null => (text === '' ? null : text)

/** As the operation takes it; the custodian was found by whoever asks. */
export const described = (typed: DescribeTyped, custodian: string | null) => ({
  title: typed.title,
  description: orNull(typed.description),
  custodian,
  basis: orNull(typed.basis),
  access: typed.access,
  licence: orNull(typed.licence),
  attribution: orNull(typed.attribution),
  source: orNull(typed.source),
  cadence: orNull(typed.cadence),
  themes: typed.themes,
  contents: typed.contents,
  territory: orNull(typed.territory),
})

/** @param titleFrom the line of the file that says the title; null: none does */
export function DescribeFields({
  of,
  unknownBody,
  titleFrom = null,
  more = [],
}: {
  of: DescribeTyped
  unknownBody: boolean
  /** What its file holds beyond the table: who sets access is told. [DAT-120] */
  more?: readonly MoreThanTable[]
  titleFrom?: { readonly at: number; readonly value: string } | null
}) {
  const say = useSay()
  return (
    <>
      <TextField
        id="ten"
        name="ten"
        label={say('import.title')}
        value={of.title}
        {...(titleFrom?.value === of.title ? { hint: say('import.title.from', { at: titleFrom.at }) } : {})}
        required
      />
      <AreaField id="mo-ta" name="mo-ta" label={say('import.description')} rows={3} value={of.description} optional />
      <div className="frow">
        <TextField
          id="don-vi"
          name="don-vi"
          label={say('import.custodian')}
          hint={say('import.custodian.hint')}
          value={of.custodian}
          error={unknownBody ? say('import.custodian.unknown', { name: of.custodian }) : null}
          optional
        />
        <ChoiceField
          id="muc"
          name="muc"
          label={say('import.access')}
          hint={say(`access.${accessClasses.find((one) => one === of.access) ?? 'internal'}.who`)}
          value={of.access}
          choices={accessClasses.map((one) => ({ value: one, label: say(`access.${one}`) }))}
        />
      </div>
      {more.length === 0 ? null : <Notice kind="i">{say('import.access.original', { more: moreWords(more, say) })}</Notice>}
      <div className="frow">
        <TextField id="nguon" name="nguon" label={say('import.source')} value={of.source} optional />
        <TextField id="can-cu" name="can-cu" label={say('import.basis')} value={of.basis} optional />
      </div>
      <div className="frow">
        <TextField id="giay-phep" name="giay-phep" label={say('import.licence')} value={of.licence} optional />
        <TextField id="ghi-nguon" name="ghi-nguon" label={say('import.attribution')} value={of.attribution} optional />
      </div>
      <div className="frow">
        <ChoiceField
          id="ky"
          name="ky"
          label={say('import.cadence')}
          value={of.cadence}
          choices={[
            { value: '', label: say('import.cadence.none') },
            ...cadences.map((one) => ({ value: one, label: say(`cadence.${one}`) })),
          ]}
        />
        <TextField id="pham-vi" name="pham-vi" label={say('import.territory')} value={of.territory} optional />
      </div>
      <fieldset className="checks">
        <legend>{say('import.theme')}</legend>
        <div>
          {themes.map((one) => (
            <Check key={one} name="linh-vuc" value={one} label={say(`theme.${one}`)} checked={of.themes.includes(one)} />
          ))}
        </div>
      </fieldset>
      <fieldset className="checks">
        <legend>{say('about.contents')}</legend>
        <div>
          {contents.map((one) => (
            <Check key={one} name="noi-dung-vung" value={one} label={say(`content.${one}`)} checked={of.contents.includes(one)} />
          ))}
        </div>
      </fieldset>
    </>
  )
}

const Check = ({ name, value, label, checked }: { name: string; value: string; label: string; checked: boolean }) => (
  <label className="ck">
    <input type="checkbox" name={name} value={value} defaultChecked={checked} />
    <span>{label}</span>
  </label>
)
