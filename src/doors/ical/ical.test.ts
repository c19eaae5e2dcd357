import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarText, folded } from './ical.ts'

const event = {
  uid: 'nv-1@lienvung',
  sequence: 3,
  changedAt: '2026-03-10T09:00:00.000+07:00',
  day: '2026-04-14',
  next: '2026-04-15',
  summary: 'NV-2026-0001 Rà soát',
  description: 'x',
  url: 'https://dieuhanh.vidu.gov.vn/lam-viec/nhiem-vu/NV-2026-0001',
  category: 'Chủ trì',
}

test('[NOT-8] no line is longer than 75 octets, a character is never cut, and unfolded it is what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = text.replaceAll(/[\r\n]/g, '')
      const lines = folded(line).split('\r\n')
      expect(lines.every((one) => new TextEncoder().encode(one).length <= 75 && one.isWellFormed() === line.isWellFormed())).toBe(true)
      expect(folded(line).replaceAll('\r\n ', '')).toBe(line)
    }),
  )
})

test('[NOT-8] another’s parser reads back any words that were written, over lines, with commas and semicolons', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
      const words = given.replaceAll(/(?!\n)\p{Cc}/gu, '').trim()
      const text = calendarText('Liên Vùng: thời hạn', 'vi', [{ ...event, summary: words, description: `${words}\n${words}` }])
      const parsed = new ICAL.Component(ICAL.parse(text))
      const [read] = parsed.getAllSubcomponents('vevent')
      expect([
        parsed.getFirstPropertyValue('x-wr-calname'),
        read?.getFirstPropertyValue('summary'),
        read?.getFirstPropertyValue('description'),
      ]).toEqual(['Liên Vùng: thời hạn', words, `${words}\n${words}`])
    }),
  )
})

test('[NOT-8] an event is the whole of its day, with a name that stays and a count of its changes', () => {
  const lines = calendarText('x', 'vi', [event]).split('\r\n')
  expect(lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT') + 1)).toEqual([
    'BEGIN:VEVENT',
    'UID:nv-1@lienvung',
    'DTSTAMP:20260310T020000Z',
    'LAST-MODIFIED:20260310T020000Z',
    'SEQUENCE:3',
    'DTSTART;VALUE=DATE:20260414',
    'DTEND;VALUE=DATE:20260415',
    'SUMMARY;LANGUAGE=vi:NV-2026-0001 Rà soát',
    'DESCRIPTION;LANGUAGE=vi:x',
    'URL:https://dieuhanh.vidu.gov.vn/lam-viec/nhiem-vu/NV-2026-0001',
    'CATEGORIES:Chủ trì',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
})
