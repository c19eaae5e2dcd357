import { isTextKey } from '../../../../base/text/text.ts'
import { organisationGet } from '../../../../operations/organisation/get-organisation.ts'
import type { IconName } from '../../components/icon-shapes.tsx'
import type { Happening } from '../../components/timeline.tsx'
import type { Asked } from '../../page.ts'
import { personWords } from '../../person-words.ts'
import { Change, idsIn, type Names } from './change.tsx'

/** An entry of the history, as operations give it. */
export interface Entry {
  readonly seq: string
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly onBehalfOf: string | null
  readonly onBehalfOfName: string | null
  readonly entity: string
  readonly id: string
  readonly verb: string
  readonly change: unknown
  readonly hash: string
}

const icons: Readonly<Record<string, IconName>> = {
  received: 'file-input',
  added: 'plus',
  corrected: 'square-pen',
  confirmed: 'check',
  discarded: 'x',
  reopened: 'refresh-cw',
  assigned: 'send',
}
const acts: ReadonlySet<string> = new Set(['assigned', 'confirmed', 'discarded'])

/** What was done, in words; a verb without words of its own is shown as it is recorded. */
export function verbWords({ say }: Pick<Asked, 'say'>, entry: Pick<Entry, 'entity' | 'verb'>): string {
  const keys = [`verb.${entry.entity}.${entry.verb}`, ...(entry.entity === 'task' ? [`event.${entry.verb}`] : [])]
  const key = keys.find(isTextKey)
  return key === undefined ? `${entry.entity}: ${entry.verb}` : say(key)
}

/** Who did it, and in whose place. */
export const actorWords = ({ say }: Pick<Asked, 'say'>, { actorName, onBehalfOfName }: Entry): string =>
  onBehalfOfName === null
    ? personWords(say, actorName)
    : say('history.in-place', { who: personWords(say, actorName), principal: personWords(say, onBehalfOfName) })

/** The bodies that entries name by id, as they are called today. @cost a look into the register for each */
export async function bodiesIn(entries: readonly Pick<Entry, 'change'>[], asked: Asked): Promise<Names> {
  const ids = [...new Set(entries.flatMap(({ change }) => idsIn(change)))]
  const found = await Promise.all(ids.map((id) => asked.ask(organisationGet, { id })))
  return new Map(found.flatMap((body, i) => (body.ok ? [[ids[i] ?? '', body.value.names.at(-1)?.name ?? body.value.name] as const] : [])))
}

export const happenings = (entries: readonly Entry[], asked: Asked, names: Names): readonly Happening[] =>
  entries.map((entry) => ({
    key: entry.seq,
    icon: icons[entry.verb] ?? 'info',
    act: acts.has(entry.verb),
    who: actorWords(asked, entry),
    at: entry.at,
    what: (
      <>
        <p>{verbWords(asked, entry)}</p>
        <Change of={entry.change} names={names} entity={entry.entity} />
      </>
    ),
  }))
