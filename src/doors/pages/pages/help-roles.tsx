import type { Language } from '../../../base/refusals.ts'
import type { Access } from '../../../kernel/access/access.ts'
import { roles } from '../../../kernel/access/role.ts'
import { type Act, life, type Side } from '../../../kernel/task/life.ts'
import { dutyGive } from '../../../operations/access/give-duty.ts'
import { roleNames, rolesSaid } from '../../../operations/access/role-names.ts'
import { calendarDecide } from '../../../operations/calendar/decide-days.ts'
import { importStart } from '../../../operations/dataset/import/start-import.ts'
import { documentAssign } from '../../../operations/document/assign-tasks.ts'
import { documentReceive } from '../../../operations/document/receive-document.ts'
import { historyVerify } from '../../../operations/history/verify-history.ts'
import { successionCommit } from '../../../operations/succession/commit-succession.ts'
import { successionPlan } from '../../../operations/succession/plan-succession.ts'
import { taskActs } from '../../../operations/task/acts.ts'
import { taskConfirm } from '../../../operations/task/confirm-task.ts'
import { taskReassign } from '../../../operations/task/reassign-task.ts'
import { taskSetVisibility } from '../../../operations/task/set-visibility.ts'
import { Card, TableFrame } from '../components/card.tsx'
import { useLanguage, useSay } from '../components/reader.tsx'

/** Who may do what, from the rules themselves: the access of each operation, and the sides of each act. [PAG-24] */
type Named = { readonly summary: Readonly<Record<Language, string>> }

const byRole: readonly (Named & { readonly access: Access })[] = [
  documentReceive,
  taskConfirm,
  documentAssign,
  taskReassign,
  taskSetVisibility,
  successionPlan,
  successionCommit,
  importStart,
  calendarDecide,
  dutyGive,
  historyVerify,
]

/** `task.ask-extension` is the act `ask-extension`. */
const actOf = (name: string): Act | undefined => acts.find((act) => name === `task.${act}`)
const acts = Object.keys(life).filter((act): act is Act => act in life)

export function Roles() {
  const say = useSay()
  const language = useLanguage()
  const sides = (of: readonly Side[]): string => of.map((side) => say(`help.side.${side}`)).join('; ')
  return (
    <Card id="vai-tro" title={say('help.roles')} note={say('help.roles.note')} flush>
      <TableFrame label={say('help.role')}>
        <table className="t t--cards">
          <thead>
            <tr>
              <th scope="col">{say('help.role')}</th>
              <th scope="col">{say('help.does')}</th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role}>
                <th scope="row" className="cap top">
                  {roleNames[role][language]}
                </th>
                <td className="top">{say(`help.role.${role}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <TableFrame label={say('table.of', { what: say('help.roles').toLowerCase() })}>
        <table className="t t--cards">
          <thead>
            <tr>
              <th scope="col">{say('help.does')}</th>
              <th scope="col">{say('help.by')}</th>
            </tr>
          </thead>
          <tbody>
            {byRole.map(({ summary, access }) => (
              <tr key={summary.en}>
                <th scope="row">{summary[language]}</th>
                <td data-l={say('help.by')}>{typeof access === 'string' ? '' : rolesSaid(access, language)}</td>
              </tr>
            ))}
            {taskActs.map(({ name, summary }) => {
              const act = actOf(name)
              return act === undefined ? null : (
                <tr key={name}>
                  <th scope="row">{summary[language]}</th>
                  <td data-l={say('help.by')}>{sides(life[act].by)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableFrame>
    </Card>
  )
}
