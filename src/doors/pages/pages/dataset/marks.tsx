import type { Language } from '../../../../base/refusals.ts'
import type { Say } from '../../../../base/text/text.ts'
import type { Column, ColumnType } from '../../../../kernel/dataset/cell/column.ts'
import { isYear } from '../../../../kernel/dataset/chart.ts'
import type { AccessClass } from '../../../../kernel/dataset/describe.ts'
import { parseDay } from '../../../../kernel/period/day.ts'
import { Icon } from '../../components/icon.tsx'
import type { IconName } from '../../components/icon-shapes.tsx'
import { useSay } from '../../components/reader.tsx'
import { dayWords, measuredWords, numberWords } from '../../dates.ts'
import { periodWords } from './period-words.ts'

/** Who may see it: a shape, a word and a colour. */
const marks: Readonly<Record<AccessClass, { readonly icon: IconName; readonly tint: string }>> = {
  open: { icon: 'globe', tint: 'mo' },
  shared: { icon: 'share', tint: 'vung' },
  internal: { icon: 'landmark', tint: 'noibo' },
  restricted: { icon: 'lock', tint: 'han' },
}

export function AccessMark({ of }: { of: AccessClass }) {
  const say = useSay()
  const { icon, tint } = marks[of]
  return (
    <span className={`acc acc--${tint}`}>
      <Icon name={icon} />
      {say(`access.${of}`)}
    </span>
  )
}

/** Numbers that name: a year is 2022, not 2.022. */
const NAMES = /^(?:ma|id|code|stt|so_hieu|objectid|fid)(?:_|$)|_(?:id|code|year|ma)$/
const exact = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 20 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 }),
}

type Shown = string | number | boolean | null

const isDecimal = (text: string): text is `${number}` => /^-?\d+(?:\.\d+)?$/.test(text)

/** A value as it is read here: 1.500,5 and 31/12/2022, to the last figure, also of a number that no machine holds. */
export function valueWords(value: Shown, of: Pick<Column, 'type' | 'name' | 'label' | 'role'>, language: Language, say: Say): string {
  const { type, name } = of
  if (value === null) return ''
  if (typeof value === 'boolean') return say(`boolean.${value}`)
  if (typeof value === 'number') return NAMES.test(name) || isYear(of) ? String(value) : exact[language].format(value)
  if (type === 'day') return parseDay(value) === null ? value : dayWords(value, language)
  if (type === 'period') return periodWords(value, say)
  if (type === 'instant') return measuredWords(value, language)
  if (isFigure(type) && !NAMES.test(name) && isDecimal(value)) return exact[language].format(value)
  return value
}

/** So far a number is the same as its text. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,6})?$/

/** A value of which only the text was kept, or that stands in an address, as the table shows it. [PAG-35] */
export function textWords(text: string, of: Column, language: Language, say: Say): string {
  if (of.type === 'boolean' && (text === 'true' || text === 'false')) return valueWords(text === 'true', of, language, say)
  return valueWords(isFigure(of.type) && PLAIN.test(text) ? Number(text) : text, of, language, say)
}

export const isFigure = (type: ColumnType): boolean => type === 'integer' || type === 'decimal'

/** 1,5 MB: of a thousand, as disks are sold and browsers say. */
export function sizeWords(bytes: number, language: Language): string {
  const [unit, of] = bytes < 1000 ? ['B', 1] : bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9]
  return `${numberWords(Math.round((bytes / of) * 10) / 10, language)}\u00a0${unit}`
}
