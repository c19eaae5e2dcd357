import { fold } from '../src/base/fold.ts'
import type { Extraction, Task } from '../src/kernel/directive/directive.ts'

/** An annotated text, as far as misses are looked for in it. */
type Gold = {
  readonly identity: {
    readonly number: string | null
    readonly type: string | null
    readonly issuer: string | null
    readonly date: string | null
  }
  readonly citations: readonly { readonly text: string; readonly number: string | null }[]
  readonly tasks: readonly {
    readonly quote: string
    readonly lead: readonly string[]
    readonly coLead: readonly string[]
    readonly coordinating: readonly string[]
    readonly openClass: boolean
    readonly due: { readonly kind: string; readonly date: string | null; readonly before: boolean; readonly text: string | null }
    readonly period: { readonly every: string } | null
    readonly recipients: readonly string[]
  }[]
}

const short = (text: string): string => (text.length < 120 ? text : `${text.slice(0, 70)} … ${text.slice(-40)}`).replaceAll('\n', '⏎')
const names = (list: readonly string[]): string =>
  list
    .map((name) =>
      fold(name)
        .replace(/uy ban nhan dan/gu, 'ubnd')
        .replace(/\b(?:cac|va|co|lien quan)\b/gu, '')
        .replace(/ +/gu, ' ')
        .trim(),
    )
    .sort()
    .join(' + ')

/** One line a miss: `text id · cause · expected ≠ read`. Tasks are paired by how much of each other they cover. */
export function missesOf(id: string, text: string, gold: Gold, read: Extraction): readonly string[] {
  const misses: string[] = []
  const say = (cause: string, expected: string, got: string): void => {
    misses.push(`${id} · ${cause} · ${expected} ≠ ${got}`)
  }
  for (const key of ['number', 'type', 'issuer', 'date'] as const)
    if (gold.identity[key] !== null && names([gold.identity[key]]) !== names([read.identity[key] ?? '']))
      say(`identity ${key}`, gold.identity[key], String(read.identity[key]))
  const keyOf = (c: { number: string | null; text: string }): string => (c.number ?? fold(c.text)).replace(/\s/g, '').toUpperCase()
  const cited = new Set(read.citations.map(keyOf))
  const known = new Set(gold.citations.map(keyOf))
  for (const c of gold.citations) if (!cited.has(keyOf(c))) say('citation missed', short(c.text), '—')
  for (const c of read.citations) if (!known.has(keyOf(c))) say('citation invented', '—', short(c.text))
  const left = new Set(read.tasks)
  let from = 0
  for (const g of gold.tasks) {
    let at = text.indexOf(g.quote, from)
    if (at < 0) at = text.indexOf(g.quote)
    from = at + 1
    const end = at + g.quote.length
    const cover = (t: Task): number =>
      Math.max(0, Math.min(end, t.end) - Math.max(at, t.start)) / (Math.max(end, t.end) - Math.min(at, t.start))
    const best = [...left].sort((a, b) => cover(b) - cover(a))[0]
    if (best === undefined || cover(best) < 0.5) {
      say(
        best !== undefined && cover(best) > 0 ? `task divided otherwise (${cover(best).toFixed(2)})` : 'task missed',
        short(g.quote),
        best !== undefined && cover(best) > 0 ? short(best.quote) : '—',
      )
      continue
    }
    left.delete(best)
    const where = short(g.quote).slice(0, 50)
    if (names([...g.lead, ...g.coLead]) !== names([...best.lead, ...best.coLead]))
      say(`lead [${where}]`, [...g.lead, ...g.coLead].join(' + '), [...best.lead, ...best.coLead].join(' + '))
    if (names(g.coordinating) !== names(best.coordinating))
      say(`coordinating [${where}]`, g.coordinating.join(' + '), best.coordinating.join(' + '))
    if (g.openClass !== best.openClass) say(`open class [${where}]`, String(g.openClass), String(best.openClass))
    if (g.due.kind !== best.due.kind || g.due.date !== best.due.date || g.due.before !== best.due.before)
      say(
        `due [${where}]`,
        `${g.due.kind} ${g.due.date} ${g.due.before}`,
        `${best.due.kind} ${best.due.date} ${best.due.before} «${best.due.text}»`,
      )
    if ((g.period?.every ?? null) !== (best.period?.every ?? null))
      say(`period [${where}]`, String(g.period?.every), `${best.period?.every} «${best.period?.text}»`)
    if (names(g.recipients) !== names(best.recipients)) say(`recipients [${where}]`, g.recipients.join(' + '), best.recipients.join(' + '))
  }
  for (const t of left) say('task invented', '—', `${short(t.quote)} [${t.lead.join(' + ')}]`)
  return misses
}
