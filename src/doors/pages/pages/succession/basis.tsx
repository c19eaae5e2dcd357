import { DayField, TextField } from '../../components/field.tsx'
import { useSay } from '../../components/reader.tsx'
import type { Form } from '../../page.ts'

/** What a plan stands on: its name, the document that orders it, and from which day. */
export type TypedBasis = { readonly name: string; readonly basis: string; readonly day: string }

export const basisTyped = (form: Form): TypedBasis => ({ name: form.text('ten'), basis: form.text('can-cu'), day: form.text('ngay') })

export function BasisFields({ typed }: { typed: TypedBasis }) {
  const say = useSay()
  return (
    <>
      <TextField id="ten" name="ten" label={say('succession.name')} hint={say('succession.name.hint')} value={typed.name} required />
      <TextField
        id="can-cu"
        name="can-cu"
        label={say('succession.basis')}
        hint={say('succession.basis.hint')}
        value={typed.basis}
        required
      />
      <DayField id="ngay" name="ngay" label={say('succession.day')} hint={say('succession.day.hint')} value={typed.day} />
    </>
  )
}
