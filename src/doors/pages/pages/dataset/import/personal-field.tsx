import type { Column } from '../../../../../kernel/dataset/cell/column.ts'
import { saidPersonal } from '../../../../../operations/dataset/import/personal-asked.ts'
import { Notice } from '../../../components/notice.tsx'
import { useLanguage, useSay } from '../../../components/reader.tsx'
import type { Form } from '../../../page.ts'

/** What columns seem to say of persons, and the word of whoever tells them to others. [DAT-121] */
export function PersonalField({
  of,
  isAsked,
  confirmed,
  mayLeaveOut = false,
}: {
  of: readonly Column[]
  isAsked: boolean
  confirmed: boolean
  /** Its file is on its way: columns of it need not be taken. [DAT-104] */
  mayLeaveOut?: boolean
}) {
  const say = useSay()
  const language = useLanguage()
  const columns = of.filter(({ personal }) => personal !== undefined)
  if (columns.length === 0 && !isAsked) return null
  return (
    <div className="stack" id="du-lieu-ca-nhan">
      <Notice kind="w">
        {columns.length === 0 ? null : <b>{say('personal.found', { columns: saidPersonal(columns, language) })}</b>} {say('personal.law')}{' '}
        {mayLeaveOut ? <a href="#cac-cot">{say('personal.leave-out')}</a> : null}
      </Notice>
      <label className="ck">
        <input type="checkbox" name="du-lieu-ca-nhan" value="xac-nhan" defaultChecked={confirmed} />
        <span>{say('personal.confirm')}</span>
      </label>
    </div>
  )
}

export const isConfirmed = (form: Form): boolean => form.text('du-lieu-ca-nhan') === 'xac-nhan'
/** As the operations take it. */
export const confirmed = (is: boolean) => (is ? ({ personal: 'confirmed' } as const) : {})
