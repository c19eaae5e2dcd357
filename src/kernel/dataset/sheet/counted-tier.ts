import { isNumbering } from './numbering.ts'

/** «Tháng», «Các tháng trong năm», «Quý (triệu đồng)»: what stands below it are months and quarters, whatever they look like. */
const TIME = /^(?:các\s+)?(tháng|quý|năm|tuần|ngày)(?:\s+trong\s+(?:tháng|quý|năm|tuần))?(\s*\([^()]*\))?$/iu
const COUNT = /^\(?(\d{1,2})\)?$/

/**
 * A row of figures under the headings that is the lower tier of one of them, and neither a record nor the one that counts the columns:
 * months under «Tháng», which stands over all of them and over nothing else; or figures that alone tell apart columns of one
 * heading, where other columns have none. [DAT-75]
 *
 * @param labels as they stand: a heading over several columns is said in the first of them, or in each
 * @returns the headings with the row; null: it is no such row
 */
export function countedTier(labels: readonly string[], row: readonly string[]): readonly string[] | null {
  const said = row.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]))
  const over = carried(labels, row)
  if (said.length < 2 || said.some((i) => (over[i] ?? '') === '')) return null
  const [heading = ''] = said.map((i) => over[i])
  const isOne = said.every((i) => over[i] === heading)
  const counts = said.map((i) => COUNT.exec((row[i] ?? '').trim())?.[1])
  const areInOrder = counts.every((n, i) => n !== undefined && Number(n) === Number(counts[0]) + i)
  const whole = over.map((label, i) => (said.includes(i) ? asTime(`${label} / ${(row[i] ?? '').trim()}`) : (labels[i] ?? label)))
  if (isOne && areInOrder && TIME.test(heading.trim().normalize('NFC'))) return whole
  const isAlike = new Set(said.map((i) => over[i])).size < said.length
  const countsAll = over.every((label, i) => label.trim() === '' || said.includes(i))
  if (!isAlike || countsAll || !isNumbering(row)) return null
  return new Set(said.map((i) => whole[i])).size === said.length ? whole : null
}

/** «Tháng / 1», «Các quý (hộ) / 2», joined of rows that are surely headings, are «Tháng 1», «Quý 2 (hộ)». */
export function asTime(label: string): string {
  const [over = '', under = '', more] = label.split(' / ')
  const time = more === undefined ? TIME.exec(over.trim().normalize('NFC')) : null
  const count = COUNT.exec(under.trim())?.[1]
  if (time?.[1] === undefined || count === undefined) return label
  return `${time[1].charAt(0).toUpperCase()}${time[1].slice(1).toLowerCase()} ${count}${time[2] ?? ''}`
}

/** Each heading goes on to the right as far as the row has cells and there is none of its own. */
function carried(labels: readonly string[], row: readonly string[]): readonly string[] {
  let last = ''
  return Array.from({ length: Math.max(labels.length, row.length) }, (_, i) => {
    const own = (labels[i] ?? '').trim()
    if (own !== '') last = own
    else if ((row[i] ?? '').trim() === '') last = ''
    return own === '' ? last : own
  })
}
