import type { BadReason } from '../cell/cell.ts'

/**
 * Comma-separated values, read as they come, in constant memory. Ours, because what a steward needs to be told — which line a
 * quote was opened on that nobody closed, how many cells a ragged row has — is what libraries throw away with the row. [DAT-6]
 *
 * A quote that is never closed would swallow the rest of the file: its line alone is bad, and reading goes on at the next.
 *
 * @source RFC 4180; a quote in the middle of a cell is a letter
 */
export type CsvRow = {
  /** Of the line on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Set: the row could not be read, and `cells` holds its beginning. */
  readonly bad: BadReason | null
}

export interface CsvReader {
  /** Rows that are whole with this piece. @param last true with the last piece */
  feed(text: string, last: boolean): readonly CsvRow[]
  /**
   * The same, so many at a time, all of which are to be taken: after a quote that is never closed, all that was kept to look for its
   * end are whole at once.
   */
  some(text: string, last: boolean): Generator<readonly CsvRow[]>
}

const AT_ONCE = 1000

/** Longer than any row that is none of these faults. In characters. */
const MOST_ROW = 8_000_000
/** After so many quotes left open the file has no quotes: each costs a look as far as `MOST_ROW`. */
const MOST_OPEN = 100
const SHOWN = 200

export function csvReader(delimiter: string): CsvReader {
  let rest = ''
  let line = 1
  /** Not tried again before there is so much: a long row would be read anew with each piece. */
  let wanted = 0
  let skipping = false
  let quotes = true
  let open = 0

  function* some(text: string, last: boolean): Generator<readonly CsvRow[]> {
    rest = rest === '' ? text : rest + text
    if (rest.length < wanted && !last) return
    let rows: CsvRow[] = []
    let at = 0
    if (skipping) {
      const end = rest.indexOf('\n')
      if (end < 0) {
        rest = ''
        return
      }
      at = end + 1
      line += 1
      skipping = false
    }
    for (;;) {
      if (at >= rest.length) break
      if (rows.length === AT_ONCE) {
        yield rows
        rows = []
      }
      const end = rest.indexOf('\n', at)
      if (end < 0 && !last) {
        if (rest.length - at > MOST_ROW) {
          rows.push({ line, cells: [rest.slice(at, at + SHOWN)], bad: 'too-long' })
          at = rest.length
          skipping = true
        }
        break
      }
      const stop = end < 0 ? rest.length : end
      const plain = rest.slice(at, rest.charCodeAt(stop - 1) === 13 && stop > at ? stop - 1 : stop)
      if (!quotes || !plain.includes('"')) {
        if (plain !== '') rows.push({ line, cells: plain.split(delimiter), bad: null })
        at = stop + 1
        line += 1
        continue
      }
      const quoted = readQuoted(rest, at, delimiter, last)
      if (quoted === null || quoted === 'open') {
        if (quoted === null && !last && rest.length - at < MOST_ROW) break
        rows.push({ line, cells: [plain.slice(0, SHOWN)], bad: 'quote-open' })
        open += 1
        if (open === MOST_OPEN) quotes = false
        at = stop + 1
        line += 1
        continue
      }
      rows.push({ line, cells: quoted.cells, bad: null })
      line += quoted.lines
      at = quoted.end
    }
    rest = at >= rest.length ? '' : rest.slice(at)
    wanted = rest.length > 100_000 ? Math.min(MOST_ROW, rest.length * 2) : 0
    yield rows
  }
  return { some, feed: (text, last) => [...some(text, last)].flat() }
}

type Quoted = { readonly cells: string[]; readonly end: number; readonly lines: number }

/**
 * A row with quotes, from `from`; null: it is not whole yet; `open`: the quote that would close it, lines further down, stands
 * before a letter, so it belongs to another cell.
 */
function readQuoted(text: string, from: number, delimiter: string, last: boolean): Quoted | 'open' | null {
  const cells: string[] = []
  let at = from
  let lines = 1
  for (;;) {
    let cell = ''
    if (text.charCodeAt(at) === 34) {
      const before = lines
      at += 1
      for (;;) {
        const close = text.indexOf('"', at)
        if (close < 0) return null
        const part = text.slice(at, close)
        for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) lines += 1
        cell += part
        at = close + 1
        // a quote at the very end may be the first of two
        if (at >= text.length && !last) return null
        if (text.charCodeAt(at) !== 34) break
        cell += '"'
        at += 1
      }
      if (lines > before && at < text.length && !text.startsWith(delimiter, at) && !/[\r\n]/.test(text.charAt(at))) return 'open'
    }
    const comma = text.indexOf(delimiter, at)
    const end = text.indexOf('\n', at)
    if (end < 0 && !last) return null
    const stop = end < 0 ? text.length : end
    if (comma >= 0 && comma < stop) {
      cells.push(cell + text.slice(at, comma))
      at = comma + 1
      continue
    }
    const tail = text.slice(at, stop)
    cells.push(cell + (tail.endsWith('\r') ? tail.slice(0, -1) : tail))
    return { cells, end: stop + 1, lines }
  }
}
