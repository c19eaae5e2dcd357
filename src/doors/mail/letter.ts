import type { Language } from '../../base/refusals.ts'
import { type Say, speaker } from '../../base/text/text.ts'
import { type Day, daysBetween } from '../../kernel/period/day.ts'
import { type Digest, LETTER_DAYS } from '../../operations/notice/compose-digest.ts'
import type { DueTask } from '../../operations/notice/ports.ts'
import { isFigureKind, type NoticeView } from '../../operations/notice/views.ts'
import { dayWords } from '../pages/dates.ts'

/** A person's daily letter: the same in plain text and in simple HTML, without pictures and without anything loaded. [NOT-4] */
export type Letter = { readonly subject: string; readonly text: string; readonly html: string }

type Part = { readonly heading: string; readonly lines: readonly Line[]; readonly more: number }
type Line = { readonly label: string; readonly href: string; readonly note: string }

/** So many lines a part; the rest is counted. */
const SHOWN = 20

export type Addressed = {
  readonly language: Language
  readonly name: string
  readonly today: Day
  readonly locality: string
  readonly publicUrl: string
}

export function letterOf(digest: Digest, to: Addressed): Letter {
  const say = speaker(to.language)
  const parts = partsOf(digest, to, say).filter((part) => part.lines.length > 0)
  const subject = say('digest.subject', {
    day: dayWords(to.today, to.language),
    what: [
      ...(digest.overdue.length === 0 ? [] : [say('digest.subject.overdue', { n: digest.overdue.length })]),
      ...(digest.soon.length === 0 ? [] : [say('digest.subject.soon', { n: digest.soon.length })]),
      ...(digest.news.length === 0 ? [] : [say('digest.subject.news', { n: digest.news.length })]),
    ].join(', '),
  })
  const greeting = say('digest.greeting', { name: to.name })
  const foot = [
    say('digest.open', { url: `${to.publicUrl}/lam-viec/thong-bao` }),
    say('digest.off', { url: `${to.publicUrl}/lam-viec/tai-khoan` }),
    say('digest.sender', { locality: to.locality }),
  ]
  return { subject, text: plain(greeting, parts, foot, say), html: marked(to.language, greeting, parts, foot, say) }
}

function partsOf(digest: Digest, { language, today, publicUrl }: Addressed, say: Say): readonly Part[] {
  const taskLine = (task: { readonly code: string; readonly title: string }, note: string): Line => ({
    label: `${task.code} ${task.title}`,
    href: `${publicUrl}/lam-viec/nhiem-vu/${encodeURIComponent(task.code)}`,
    note,
  })
  const figureLine = (one: NoticeView): Line => ({
    label: `${say('figures.no', { no: one.figureReport?.no ?? 0 })}: ${one.figureReport?.dataset.title ?? ''}`,
    href:
      one.kind === 'figure-reported'
        ? `${publicUrl}/lam-viec/so-lieu-sai/${one.figureReport?.id ?? ''}`
        : `${publicUrl}/du-lieu/${encodeURIComponent(one.figureReport?.dataset.slug ?? '')}?xem=phien-ban`,
    note: newsOf(one, language, say),
  })
  const part = <Of>(heading: string, of: readonly Of[], line: (one: Of) => Line): Part => ({
    heading,
    lines: of.slice(0, SHOWN).map(line),
    more: Math.max(0, of.length - SHOWN),
  })
  const late = (task: DueTask): Line =>
    taskLine(task, say('digest.late', { day: dayWords(task.due, language), n: daysBetween(task.due, today) }))
  const due = (task: DueTask): Line => taskLine(task, say('digest.due', { day: dayWords(task.due, language) }))
  return [
    part(say('digest.overdue'), digest.overdue, late),
    part(say('digest.soon', { n: LETTER_DAYS }), digest.soon, due),
    part(say('digest.news'), digest.news, (one) => (one.task === null ? figureLine(one) : taskLine(one.task, newsOf(one, language, say)))),
  ]
}

/** «Xin gia hạn, đến ngày 01/05/2026, Lê Văn Y». */
const newsOf = ({ kind, role, day, percent, actor, organisation }: NoticeView, language: Language, say: Say): string =>
  [
    kind === 'given' ? say(`notice.given.${role ?? 'lead'}`) : isFigureKind(kind) ? say(`notice.${kind}`) : say(`event.${kind}`),
    percent === null ? '' : `${percent}%`,
    day === null ? '' : say(kind === 'claimed' ? 'event.finished-on' : 'event.to-day', { day: dayWords(day, language) }),
    actor?.name ?? '',
    kind === 'given' ? '' : (organisation ?? ''),
  ]
    .filter((word) => word !== '')
    .join(', ')

const plain = (greeting: string, parts: readonly Part[], foot: readonly string[], say: Say): string =>
  [
    greeting,
    ...parts.flatMap(({ heading, lines, more }) => [
      '',
      heading.toUpperCase(),
      ...lines.map(({ label, note, href }) => `- ${oneLine(label)}\n  ${oneLine(note)}\n  ${href}`),
      ...(more === 0 ? [] : [say('digest.more', { n: more })]),
    ]),
    '',
    ...foot,
    '',
  ].join('\n')

const marked = (language: Language, greeting: string, parts: readonly Part[], foot: readonly string[], say: Say): string =>
  [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>`,
    `<p>${safe(greeting)}</p>`,
    ...parts.flatMap(({ heading, lines, more }) => [
      `<h2>${safe(heading)}</h2><ul>`,
      ...lines.map(({ label, note, href }) => `<li><a href="${safe(href)}">${safe(label)}</a><br>${safe(note)}</li>`),
      '</ul>',
      ...(more === 0 ? [] : [`<p>${safe(say('digest.more', { n: more }))}</p>`]),
    ]),
    ...foot.map((line) => `<p>${safe(line)}</p>`),
    '</body></html>',
  ].join('\n')

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
