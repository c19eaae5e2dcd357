import { denied, dutiesWith, type Access as Gate, holdsFor } from '../access/access.ts'
import type { Who } from '../access/who.ts'
import { addDays, type Day } from '../period/day.ts'

/**
 * Who may read a dataset. [DAT-14]
 *
 * `open` anyone · `shared` whoever works here, and neighbours by agreement · `internal` whoever works here · `restricted` the
 * custodian, the centre, and who audits. A departure from three classes: an office keeps much that is neither for neighbours
 * nor for one body alone, and the mock-ups show four.
 */
export const accessClasses = ['open', 'shared', 'internal', 'restricted'] as const
export type AccessClass = (typeof accessClasses)[number]

/** How often it is brought up to date; `irregular` when something happens. */
export const cadences = ['hour', 'day', 'week', 'month', 'quarter', 'half-year', 'year', 'irregular'] as const
export type Cadence = (typeof cadences)[number]

/** What a dataset is about: the areas of the directive that a database can serve. */
export const themes = [
  'water',
  'environment',
  'disaster',
  'climate',
  'planning',
  'investment',
  'business',
  'transport',
  'society',
  'administration',
] as const
export type Theme = (typeof themes)[number]

/** The five contents of the database of a region. @source Nghị định 91/2021/NĐ-CP, Điều 10 */
export const contents = ['policy', 'market', 'projects', 'science', 'indicators'] as const
export type Content = (typeof contents)[number]

/** Whoever brings data in. A steward of one body keeps its datasets; one at the centre, and the operator, keep all. [DAT-13] */
export const KEEPS: Gate = ['steward']

export function keeps(who: Who, custodian: string | null): boolean {
  if (denied(who, KEEPS) !== null) return false
  if (who.kind !== 'person' || dutiesWith(who, ['steward']).some((duty) => duty.central)) return true
  return custodian !== null && holdsFor(who, ['steward'], custodian)
}

/** Who answers what readers report of its figures: who keeps it; where no body does, every steward. [DAT-50] [DAT-100] */
export const answersFor = (who: Who, custodian: string | null): boolean =>
  custodian === null ? denied(who, KEEPS) === null : keeps(who, custodian)

/** The bodies whose datasets he keeps. [DAT-13] */
export function keepsOf(who: Who): readonly string[] | 'all' {
  if (who.kind !== 'person') return []
  const duties = dutiesWith(who, ['steward'])
  if (duties.some((duty) => duty.central)) return 'all'
  return [...new Set(duties.flatMap((duty) => [duty.organisation, ...(duty.inherits ?? [])]))]
}

/** The bodies whose datasets he may change, whoever he is: for the second wall, and for what he confirmed once he is gone. [DAT-13] */
export const keepingOf = (who: Who): readonly string[] | 'all' => (who.kind === 'person' ? keepsOf(who) : keeps(who, null) ? 'all' : [])

/** Whose a dataset is that a steward brings in without naming a body: that of the one he keeps data for; of several none is guessed at. [DAT-60] */
export function ownKeeping(who: Who): string | null {
  if (who.kind !== 'person' || keeps(who, null)) return null
  const [only, ...others] = new Set(dutiesWith(who, ['steward']).map((duty) => duty.organisation))
  return only === undefined || others.length > 0 ? null : only
}

/** Longest time between two versions before the next is late; null: nobody can say. */
const EVERY: Readonly<Record<Cadence, number | null>> = {
  hour: 1,
  day: 2,
  week: 8,
  month: 32,
  quarter: 93,
  'half-year': 184,
  year: 367,
  irregular: null,
}

/** The day after which the next version is late; null: no cadence says one. [DAT-15] */
export function lateAfter(cadence: Cadence | null, last: Day): Day | null {
  const days = cadence === null ? null : EVERY[cadence]
  return days === null ? null : addDays(last, days)
}
