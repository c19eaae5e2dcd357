/**
 * iCalendar text, RFC 5545: lines end in CRLF and are folded at 75 octets, text values are escaped. No clock: a calendar of the
 * same work is the same bytes, so that a program that asks again is told that nothing changed.
 */
export type DayEvent = {
  /** Stable over all changes of what it is of. */
  readonly uid: string
  /** How often it was changed. */
  readonly sequence: number
  /** The instant of the last change, ISO 8601. */
  readonly changedAt: string
  /** `2026-04-14`: the whole day. */
  readonly day: string
  readonly next: string
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly category: string
}

export function calendarText(name: string, language: string, events: readonly DayEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lien Vung//Thoi han//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => eventLines(event, language)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const eventLines = (event: DayEvent, language: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${instant(event.changedAt)}`,
  `LAST-MODIFIED:${instant(event.changedAt)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART;VALUE=DATE:${plain(event.day)}`,
  `DTEND;VALUE=DATE:${plain(event.next)}`,
  `SUMMARY;LANGUAGE=${language}:${escaped(event.summary)}`,
  `DESCRIPTION;LANGUAGE=${language}:${escaped(event.description)}`,
  `URL:${event.url}`,
  `CATEGORIES:${escaped(event.category)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const plain = (day: string): string => day.replaceAll('-', '')
const instant = (iso: string): string => `${new Date(iso).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Of text: what would end a value or a line. Other control characters have no place in a calendar. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')

const OCTETS = 75

/** A line longer than 75 octets goes on after CRLF and a blank, which counts; never within a character. */
export function folded(line: string): string {
  let out = ''
  let room = OCTETS
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (size > room) {
      out += '\r\n '
      room = OCTETS - 1
    }
    out += character
    room -= size
  }
  return out
}
