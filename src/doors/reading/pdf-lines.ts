/**
 * Words of a page put into lines, and lines into the order in which people read them. [DOC-8]
 *
 * Lengths are points, y grows upwards. What stands on one height is a line; a wide gap in it divides it, because columns,
 * the two halves of a letterhead and «Nơi nhận» beside the signature stand on one height and are no sentence.
 */
export type Word = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number }
export type Line = { text: string; readonly x: number; right: number; readonly y: number; readonly size: number; readonly page: number }

/** In heights of a letter. */
const GAP = 1.8
const BLANK = 0.12
const SAME_HEIGHT = 0.45
const MARKER = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zđ][.)]|[ivx]{1,5}[.)]|\([a-zđ\d]{1,2}\)|[-+*•–])$/iu

/** Lines from top to bottom; each is the pieces that a wide gap divides, from left to right. */
export const linesOf = (words: readonly Word[], page: number): readonly (readonly Line[])[] =>
  heightsOf(words)
    .map((row) => piecesOf(row, page))
    .filter((pieces) => pieces.length > 0)

/** Words that stand on one height, from top to bottom, and on each from left to right. */
export function heightsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const rows: Word[][] = []
  for (const word of [...words].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && first.y - word.y < SAME_HEIGHT * Math.max(first.size, word.size)) row.push(word)
    else rows.push([word])
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

export function piecesOf(row: readonly Word[], page: number): readonly Line[] {
  const pieces: Line[] = []
  for (const word of row) {
    if (word.text.trim() === '') continue
    const last = pieces.at(-1)
    const gap = last === undefined ? 0 : word.x - last.right
    if (last === undefined || (gap > GAP * word.size && !MARKER.test(last.text.trim())))
      pieces.push({ text: word.text.trimStart(), x: word.x, right: word.x + word.width, y: word.y, size: word.size, page })
    else {
      last.text += gap > BLANK * word.size && !/\s$/.test(last.text) && !/^\s/.test(word.text) ? ` ${word.text}` : word.text
      last.right = Math.max(last.right, word.x + word.width)
    }
  }
  for (const piece of pieces) piece.text = piece.text.replace(/\s+/g, ' ').trim()
  return pieces
}

/** Lines that stand side by side are read one column after the other; three and more columns stay lines, divided by tabs. */
export function inReadingOrder(rows: readonly (readonly Line[])[]): readonly Line[] {
  const read: Line[] = []
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] ?? []
    if (row.length < 2) {
      read.push(...row)
      i += 1
      continue
    }
    if (row.length > 2) {
      read.push({ ...(row[0] as Line), text: row.map((one) => one.text).join('\t'), right: row.at(-1)?.right ?? 0 })
      i += 1
      continue
    }
    const band = bandFrom(rows, i)
    read.push(...band.left, ...band.right)
    i = band.next
  }
  return read
}

type Band = { readonly left: readonly Line[]; readonly right: readonly Line[]; readonly next: number }

/** As far down as the white between two columns goes. */
function bandFrom(rows: readonly (readonly Line[])[], first: number): Band {
  let low = 0
  let high = Number.POSITIVE_INFINITY
  const left: Line[] = []
  const right: Line[] = []
  let i = first
  for (; i < rows.length; i += 1) {
    const row = rows[i] ?? []
    const [a, b] = row
    if (a === undefined || row.length > 2) break
    if (b !== undefined) {
      const [from, to] = [Math.max(low, a.right), Math.min(high, b.x)]
      if (to - from < a.size * 0.5) break
      low = from
      high = to
      left.push(a)
      right.push(b)
    } else if (a.right < high - a.size * 0.5) {
      low = Math.max(low, a.right)
      left.push(a)
    } else if (a.x > low + a.size * 0.5) {
      high = Math.min(high, a.x)
      right.push(a)
    } else break
  }
  return { left, right, next: i }
}

/** Lines that the width of the page broke are one paragraph again; a page's end breaks nothing. */
export function paragraphsFrom(lines: readonly Line[]): readonly string[] {
  const margin = marginOf(lines)
  const edge = edgeOf(lines)
  const texts: string[] = []
  let last: Line | null = null
  for (const line of lines) {
    const before = texts.at(-1)
    if (last !== null && before !== undefined && goesOn(last, line, margin, edge)) texts[texts.length - 1] = joined(before, line.text)
    else texts.push(line.text)
    last = line
  }
  return texts
}

/** Where most lines begin, and where the full ones end. */
const marginOf = (lines: readonly Line[]): number =>
  quantile(
    lines.map((line) => line.x),
    0.2,
  )
const edgeOf = (lines: readonly Line[]): number =>
  quantile(
    lines.map((line) => line.right),
    0.9,
  )
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}

function goesOn(last: Line, line: Line, margin: number, edge: number): boolean {
  const em = line.size
  if (last.text.includes('\t') || line.text.includes('\t') || Math.abs(last.size - line.size) > 1.5) return false
  if (/^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ][.)]|[-+*•–]|\()\s/iu.test(line.text)) return false
  const isFull = last.right > edge - 3 * em
  const isIndented = line.x > margin + 1.2 * em
  const isBelow = Math.abs(line.x - last.x) < em * 0.6
  if (!isFull || (isIndented && (isBelow || line.x > last.x))) return false
  if (isBelow && /[.;:!?…]$/u.test(last.text) && /^\p{Lu}/u.test(line.text)) return false
  // what goes on begins at the margin, or right below where its paragraph began; a centred line does neither
  if (!isBelow && (line.x > last.x || (isIndented && line.x < last.x))) return false
  return line.page !== last.page || last.y - line.y < 2.4 * em
}

/** Divided words come together; a number that was broken at its hyphen keeps it. */
const joined = (before: string, text: string): string =>
  before.endsWith('\u00ad') ? before.slice(0, -1) + text : /[\p{Lu}\d]-$/u.test(before) ? before + text : `${before} ${text}`
