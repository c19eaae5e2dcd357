import { isTextKey } from '../../../../base/text/text.ts'
import type { IconName } from '../../components/icon-shapes.tsx'
import type { Happening } from '../../components/timeline.tsx'
import type { Asked } from '../../page.ts'
import { Change } from './change.tsx'

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
  onBehalfOfName === null ? actorName : say('history.in-place', { who: actorName, principal: onBehalfOfName })

export const happenings = (entries: readonly Entry[], asked: Asked): readonly Happening[] =>
  entries.map((entry) => ({
    key: entry.seq,
    icon: icons[entry.verb] ?? 'info',
    act: acts.has(entry.verb),
    who: actorWords(asked, entry),
    at: entry.at,
    what: (
      <>
        <p>{verbWords(asked, entry)}</p>
        <Change of={entry.change} />
      </>
    ),
  }))
