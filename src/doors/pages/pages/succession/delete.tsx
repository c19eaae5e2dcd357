import { denied } from '../../../../kernel/access/access.ts'
import { mayDelete, successionDelete } from '../../../../operations/succession/delete-succession.ts'
import type { PlanView } from '../../../../operations/succession/views.ts'
import { successionHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { useSay } from '../../components/reader.tsx'
import type { Asked } from '../../page.ts'

/** A draft that comes to nothing, for whoever made it; the consequence is said before. [ORG-21] */
export function DeleteCard({ asked, plan }: { asked: Asked; plan: PlanView }) {
  const say = useSay()
  const { who } = asked.context
  if (denied(who, successionDelete.access) !== null || !mayDelete(who, plan)) return null
  return (
    <Card id="xoa" title={say('succession.delete')} note={say('succession.delete.note')}>
      <form method="post" action={successionHref(plan.id)}>
        <input type="hidden" name="viec" value="xoa" />
        <input type="hidden" name="version" value={plan.version} />
        <button type="submit" className="btn btn--d">
          {say('succession.delete.do')}
        </button>
      </form>
    </Card>
  )
}
