import type { Refusal } from '../../../../base/refusals.ts'
import { keepRules } from '../../../../kernel/dataset/retention.ts'
import { formatDay, parseDay } from '../../../../kernel/period/day.ts'
import { datasetRetain } from '../../../../operations/dataset/retain-dataset.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { datasetHref, describeHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ChoiceField, DayField, TextField } from '../../components/field.tsx'
import { useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Form, redirect } from '../../page.ts'

/** How long versions of a dataset are kept, decided by its steward on a basis. [DAT-45] */
export type RetentionTyped = { readonly keep: string; readonly last: string; readonly since: string; readonly basis: string }

const retentionTyped = (form: Form): RetentionTyped => ({
  keep: form.text('luu'),
  last: form.text('luu-may').trim(),
  since: form.text('luu-tu').trim(),
  basis: form.text('luu-can-cu').trim(),
})

export async function saveRetention(
  asked: Asked,
  of: DatasetView,
  form: Form,
  show: (refusal: Refusal, typed: RetentionTyped) => Answer,
): Promise<Answer> {
  const typed = retentionTyped(form)
  const done = await asked.ask(datasetRetain, {
    id: of.id,
    version: form.text('version'),
    keep: typed.keep,
    ...(typed.keep === 'last' && typed.last !== '' ? { keepLast: typed.last } : {}),
    ...(typed.keep === 'since' && typed.since !== '' ? { keepSince: typed.since } : {}),
    ...(typed.basis === '' ? {} : { basis: typed.basis }),
  })
  return done.ok ? redirect(datasetHref(of.slug, { xem: 'phien-ban', xong: 'luu-giu' })) : show(done.refusal, typed)
}

/** The field that a refusal is about. */
export const fieldOf = ({ code, data }: Refusal): string =>
  code === 'bad-day' || data?.['name'] === 'keepSince'
    ? 'luu-tu'
    : data?.['name'] === 'keepLast'
      ? 'luu-may'
      : data?.['name'] === 'basis'
        ? 'luu-can-cu'
        : 'luu'

/** As it is typed. */
function dayWords(text: string): string {
  const day = parseDay(text)
  return day === null ? text : formatDay(day)
}

export function RetentionForm({ of, typed }: { of: DatasetView; typed: RetentionTyped | null }) {
  const say = useSay()
  const { rule, last, since, basis } = of.retention
  return (
    <form method="post" action={describeHref(of.slug)}>
      <input type="hidden" name="version" value={of.version} />
      <Card id="luu-giu" title={say('retention.title')} note={say('retention.lede')}>
        <ChoiceField
          id="luu"
          name="luu"
          label={say('retention.keep')}
          value={typed?.keep ?? rule}
          choices={keepRules.map((value) => ({ value, label: say(`retention.keep.${value}`) }))}
        />
        <div className="frow">
          <TextField
            id="luu-may"
            name="luu-may"
            label={say('retention.last')}
            value={typed?.last ?? (last === null ? '' : String(last))}
            optional
          />
          <DayField
            id="luu-tu"
            name="luu-tu"
            label={say('retention.since')}
            value={typed?.since ?? (since === null ? '' : dayWords(since))}
            optional
          />
        </div>
        <TextField id="luu-can-cu" name="luu-can-cu" label={say('retention.basis')} value={typed?.basis ?? basis ?? ''} />
        <p className="acts after">
          <button className="btn btn--p" type="submit" name="viec" value="luu-giu">
            {say('retention.save')}
          </button>
        </p>
      </Card>
    </form>
  )
}
