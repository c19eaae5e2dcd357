/**
 * The row below the headings that only counts the columns, as forms of statistics have it: «A», «B», «1», «2», «3=1+2»; «(1)»,
 * «(2)». It is no record. Bare figures alone count only where they are many: few may be a record. [DAT-75]
 */
const MARK = /^\(?\s*(?:([A-Z])|(\d{1,3}))\s*\)?(?:\s*=\s*[\d()+\-−*/x×:;,.%\s]+)?$/
const FEWEST = 3
const FEWEST_BARE = 8

/** @param below the rows after it: a column of single letters has one in its first record too */
export function isNumbering(cells: readonly string[], below: readonly (readonly string[])[] = []): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const marks = said.map((cell) => MARK.exec(cell))
  if (said.length < FEWEST || marks.includes(null)) return false
  const numbers = marks.flatMap((mark) => (mark?.[2] === undefined ? [] : [Number(mark[2])]))
  const letters = marks.flatMap((mark) => mark?.[1] ?? [])
  const isCounted =
    numbers.every((n, i) => n === i + (numbers[0] ?? 1)) &&
    (numbers[0] ?? 1) <= 2 &&
    letters.every((letter, i) => letter === String.fromCharCode(65 + i))
  // letters count what stands before the figures, and go on with what is said behind them
  const isInOrder = /^L*N*$|^L+N+L+$/.test(marks.map((mark) => (mark?.[1] === undefined ? 'N' : 'L')).join(''))
  const isOfLetters = cells.some((cell, i) => /^[A-Z]$/.test(cell.trim()) && below.some((row) => /^[A-Z]$/.test((row[i] ?? '').trim())))
  const isBare = said.every((cell) => /^\d+$/.test(cell))
  return isCounted && isInOrder && !isOfLetters && (!isBare || said.length >= FEWEST_BARE)
}
