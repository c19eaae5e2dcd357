import type { Language } from '../../base/refusals.ts'
import { parseDay } from '../../kernel/period/day.ts'

/** Days and instants as people here write them: 05/12/2022, 27/05/2022 10:12. In English the month is a word. */
const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const vietnamese = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })
const wholeClock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
})
const dayInVietnam = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })

/** @param text `2022-12-05`; anything else is shown as it is */
export function dayWords(text: string, language: Language): string {
  const parsed = parseDay(text)
  return parsed === null ? text : (language === 'vi' ? vietnamese : english).format(new Date(`${parsed}T00:00:00Z`))
}

/** In a field people type: always 05/12/2022, which is read back in either language. */
export const dayTyped = (text: string | null): string => (text === null ? '' : dayWords(text, 'vi'))

/** @param iso an instant; shown at the clock of Vietnam */
export function instantWords(iso: string, language: Language): string {
  const instant = new Date(iso)
  return Number.isNaN(instant.getTime()) ? iso : `${dayWords(dayInVietnam.format(instant), language)} ${clock.format(instant)}`
}

/** One that was measured, as a dataset has it: with seconds and their fraction, where they are not zero. [DAT-3] */
export function measuredWords(iso: string, language: Language): string {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return iso
  const [, second = '00', fraction = ''] = /:\d{2}:(\d{2})(?:\.(\d+))?/.exec(iso) ?? []
  const part = fraction.replace(/0+$/, '')
  if (part === '' && second === '00') return instantWords(iso, language)
  const day = dayWords(dayInVietnam.format(instant), language)
  return `${day} ${wholeClock.format(instant)}${part === '' ? '' : `${language === 'vi' ? ',' : '.'}${part}`}`
}

const counts = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }

/** 11.842 in Vietnamese, 11,842 in English. */
export const numberWords = (n: number, language: Language): string => counts[language].format(n)
