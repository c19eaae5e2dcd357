/**
 * Which act of a review is undone next: the last that is not undone itself. [TSK-31]
 *
 * History only grows: undoing is an act of its own that names the one it undid, so that undoing again goes further back.
 */
export type PastAct = { readonly seq: string; readonly verb: string; readonly change: Readonly<Record<string, unknown>> }

/** Acts of a review that can be undone; what came before them (received) and after (assigned) cannot. */
const UNDOABLE = new Set([
  'corrected',
  'confirmed',
  'discarded',
  'reopened',
  'settled',
  'added',
  'divided',
  'joined',
  'moved',
  'parted',
  'absorbed',
  'expanded',
  'heirs-chosen',
])

/** @param acts newest first */
export function nextToUndo(acts: readonly PastAct[]): PastAct | null {
  const undone = new Set(acts.filter(({ verb }) => verb === 'undone').map(({ change }) => String(change['act'])))
  const next = acts.find(({ verb, seq }) => verb !== 'undone' && !undone.has(seq))
  return next !== undefined && UNDOABLE.has(next.verb) ? next : null
}

/** The value of a field before the act; undefined: the act left it. */
export const before = (act: PastAct, field: string): unknown => {
  const pair = act.change[field]
  return Array.isArray(pair) && pair.length === 2 ? pair[0] : undefined
}
export const after = (act: PastAct, field: string): unknown => {
  const pair = act.change[field]
  return Array.isArray(pair) && pair.length === 2 ? pair[1] : undefined
}
