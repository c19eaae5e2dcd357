import type { Refusal } from '../../../../base/refusals.ts'
import { periods } from '../../../../kernel/task/task.ts'
import { AreaField, CheckField, ChoiceField, DayField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { refusalWords } from '../../field-words.ts'
import { KindLetters } from '../../text-marks/marked-text.tsx'
import { fieldNames, type TaskTyped } from './task-typed.ts'

/** Told by script when there is no connection, and when what was being typed was found again; without script nothing is kept, and nothing told. */
export function DraftNotice() {
  const say = useSay()
  return (
    <>
      <div data-nhap-mat hidden>
        <Notice kind="e" live>
          {say('review.draft.unsent')}{' '}
          <button className="btn btn--s" type="button">
            {say('review.draft.send')}
          </button>
        </Notice>
      </div>
      <div data-nhap-bao hidden>
        <Notice kind="i" live>
          <span data-nhap-moi>{say('review.draft.restored')}</span>
          <span data-nhap-cu hidden>
            {say('review.draft.older')}
          </span>{' '}
          <button className="btn btn--s" type="button" data-nhap-bo>
            {say('review.draft.drop')}
          </button>
        </Notice>
      </div>
    </>
  )
}

/** The fields of a task, for correcting a proposal and for adding one. */
export function TaskFields({ typed, refusal, dueHint }: { typed: TaskTyped; refusal: Refusal | null; dueHint?: string }) {
  const say = useSay()
  const language = useLanguage()
  const blamed = refusal === null ? null : blamedField(refusal)
  const error = (name: string): string | null => (refusal !== null && blamed === name ? refusalWords(refusal, say, language) : null)
  return (
    <>
      <AreaField
        id="viec-phai-lam"
        name="viec-phai-lam"
        label={say('task.title')}
        rows={2}
        value={typed.title}
        error={error('viec-phai-lam')}
        required
      />
      <AreaField
        id="chu-tri"
        name="chu-tri"
        label={
          <>
            {say('task.lead')} <KindLetters kind="lead" />
          </>
        }
        hint={say('task.lead.hint')}
        rows={rowsFor(typed.lead)}
        value={typed.lead}
        error={error('chu-tri')}
      />
      {typed.coLead === '' ? (
        <input type="hidden" name="dong-chu-tri" value="" />
      ) : (
        <AreaField
          id="dong-chu-tri"
          name="dong-chu-tri"
          label={say('task.co-lead')}
          hint={say('task.names.hint')}
          rows={rowsFor(typed.coLead)}
          value={typed.coLead}
          error={error('dong-chu-tri')}
        />
      )}
      <AreaField
        id="phoi-hop"
        name="phoi-hop"
        label={
          <>
            {say('task.coordinating')} <KindLetters kind="coordinating" />
          </>
        }
        hint={say('task.names.hint')}
        rows={rowsFor(typed.coordinating)}
        value={typed.coordinating}
        error={error('phoi-hop')}
      />
      <CheckField name="lien-quan" label={say('task.open-class')} note={say('task.open-class.note')} checked={typed.openClass} />
      <div className="frow">
        <DayField
          id="han"
          name="han"
          label={
            <>
              {say('task.due')} <KindLetters kind="due" />
            </>
          }
          hint={dueHint ?? say('task.due.hint')}
          value={typed.due}
          error={error('han')}
        />
        <ChoiceField
          id="ky"
          name="ky"
          label={
            <>
              {say('task.every')} <KindLetters kind="period" />
            </>
          }
          value={typed.every}
          choices={[{ value: '', label: say('every.none') }, ...periods.map((every) => ({ value: every, label: say(`every.${every}`) }))]}
          error={error('ky')}
        />
      </div>
      <AreaField
        id="noi-nhan"
        name="noi-nhan"
        label={
          <>
            {say('task.recipients')} <KindLetters kind="recipients" />
          </>
        }
        rows={rowsFor(typed.recipients)}
        value={typed.recipients}
        error={error('noi-nhan')}
        optional
      />
    </>
  )
}

/** The id of the field a refusal speaks of; null when it speaks of none. */
export function blamedField(refusal: Refusal): string | null {
  if (refusal.code === 'bad-day') return 'han'
  const name = String(refusal.data?.['name'] ?? '').split('.')[0] ?? ''
  return fieldNames[name] ?? null
}

const rowsFor = (names: string): number => Math.min(6, Math.max(1, names.split('\n').length))
