import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { sightOf } from '../../kernel/access/who.ts'
import { type NameFault, nameFaultOf } from '../../kernel/organisation/names.ts'
import { faultOf, type PartFault } from '../../kernel/organisation/plan.ts'
import { formatDay } from '../../kernel/period/day.ts'
import { rolesSaid } from '../access/role-names.ts'
import type { Context } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import type { PlanDraft, StoredPlan, SuccessionPorts } from './ports.ts'
import { nameIn } from './rehearsal.ts'

export const noPlan = (context: Context): Refusal => ({
  code: 'not-found',
  data: { what: context.language === 'vi' ? 'phương án kế thừa' : 'succession plan' },
})

/** A succession concerns the work of every body: only who sees all of it may prepare one. */
export const seesAll = (context: Context): Result<null, Refusal> =>
  sightOf(context.who) === 'all'
    ? ok(null)
    : refuse({ code: 'role-missing', data: { roles: rolesSaid(['office', 'leader'], context.language) } })

const states = {
  vi: { draft: 'bản dự thảo', committed: 'đã thực hiện', undone: 'đã hủy bỏ' },
  en: { draft: 'a draft', committed: 'committed', undone: 'undone' },
} as const

export const notDraft = (context: Context, plan: StoredPlan): Refusal => ({
  code: 'succession-not-draft',
  data: { state: states[context.language][plan.state] },
})

/** What is wrong with the parts, with the names a person knows. */
export async function faultIn(ports: SuccessionPorts & OrganisationPorts, context: Context, draft: PlanDraft): Promise<Refusal | null> {
  if (draft.known) return null
  const { bodies, links } = await ports.successions.state()
  const fault =
    faultOf(draft.parts, draft.day, bodies, links) ??
    nameFaultOf(draft.parts, draft.day, await ports.successions.namesFrom(draft.day), bodies, links)
  return fault === null ? null : said(ports, context, draft, fault)
}

async function said(ports: OrganisationPorts, context: Context, draft: PlanDraft, fault: PartFault | NameFault): Promise<Refusal> {
  if (fault.code === 'shape') return { code: 'succession-shape', data: { reason: shapes[fault.why][context.language] } }
  const name = await nameIn(ports, draft, fault.body)
  const on = formatDay(draft.day)
  switch (fault.code) {
    case 'into-itself':
      return { code: 'succession-into-itself', data: { name } }
    case 'twice':
      return { code: 'succession-twice', data: { name } }
    case 'not-there':
      return { code: 'succession-not-there', data: { name, day: on } }
    case 'name-taken':
      return { code: 'succession-name-taken', data: { name, day: formatDay(fault.day) } }
    case 'name-same':
      return { code: 'succession-name-same', data: { name } }
    case 'abbreviation-taken': {
      const by = (await ports.organisations.get(fault.by, draft.day))?.name ?? fault.by
      return { code: 'succession-abbreviation-taken', data: { abbreviation: fault.abbreviation, by } }
    }
    case 'cycle':
      return { code: 'succession-cycle', data: { name } }
    case 'too-early':
      return { code: 'succession-too-early', data: { name, day: on, row: formatDay(fault.day) } }
  }
}

const shapes = {
  'one-source': { vi: 'chỉ chọn một cơ quan cũ', en: 'choose one former body' },
  sources: { vi: 'chọn ít nhất một cơ quan cũ', en: 'choose at least one former body' },
  'one-heir': { vi: 'chọn đúng một cơ quan nhận', en: 'choose exactly one receiving body' },
  heirs: { vi: 'chọn đủ các cơ quan nhận (chia tách: từ hai cơ quan)', en: 'choose the receiving bodies (a split needs two)' },
  scope: { vi: 'ghi chức năng mà mỗi cơ quan nhận', en: 'say which functions each receiving body takes' },
  'rest-twice': {
    vi: 'chỉ một cơ quan nhận các chức năng còn lại, và chỉ khi chia tách',
    en: 'one body takes the rest, and only in a split',
  },
} as const
