import type { BadReason } from '../cell/cell.ts'

/**
 * Comma-separated values, read as they come, in constant memory. Ours, because what a steward needs to be told — which line a
 * quote was opened on that nobody closed, how many cells a ragged row has — is what libraries throw away with the row. [DAT-6]
 *
 * A quote that is never closed would swallow the rest of the file: its line alone is bad, and reading goes on at the next. Where
 * looking for ends in vain has cost too much, a quote is closed in its own line or not at all: rows in one line stay what they are.
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
/** Quotes that are gone by in vain, looking for the one that closes another. */
const MOST_IN_VAIN = 2_000_000
const SHOWN = 200

export function csvReader(delimiter: string): CsvReader {
  let rest = ''
  let line = 1
  /** Not tried again before there is so much: a long row would be read anew with each piece. */
  let wanted = 0
  let skipping = false
  let inVain = 0

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
      if (!plain.includes('"')) {
        if (plain !== '') rows.push({ line, cells: plain.split(delimiter), bad: null })
        at = stop + 1
        line += 1
        continue
      }
      const isShort = inVain > MOST_IN_VAIN
      const quoted = isShort ? readQuoted(plain, 0, delimiter, true) : readQuoted(rest, at, delimiter, last)
      if ('met' in quoted) {
        if (!quoted.open && !isShort && !last && rest.length - at < MOST_ROW) break
        rows.push({ line, cells: [plain.slice(0, SHOWN)], bad: 'quote-open' })
        inVain += quoted.met
        at = stop + 1
        line += 1
        continue
      }
      rows.push({ line, cells: quoted.cells, bad: null })
      line += quoted.lines
      at = isShort ? stop + 1 : quoted.end
    }
    rest = at >= rest.length ? '' : rest.slice(at)
    wanted = rest.length > 100_000 ? Math.min(MOST_ROW, rest.length * 2) : 0
    yield rows
  }
  return { some, feed: (text, last) => [...some(text, last)].flat() }
}

type Quoted = { readonly cells: string[]; readonly end: number; readonly lines: number }

/** Not whole yet, or `open`: the quote that would close it, lines further down, stands before a letter, so it belongs to another cell. */
type Unclosed = { readonly open: boolean /** Quotes that were gone by. */; readonly met: number }

/** A row with quotes, from `from`. */
function readQuoted(text: string, from: number, delimiter: string, last: boolean): Quoted | Unclosed {
  const cells: string[] = []
  let at = from
  let lines = 1
  let met = 0
  for (;;) {
    let cell = ''
    if (text.charCodeAt(at) === 34) {
      const before = lines
      at += 1
      for (;;) {
        const close = text.indexOf('"', at)
        met += 1
        if (close < 0) return { open: false, met }
        const part = text.slice(at, close)
        for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) lines += 1
        cell += part
        at = close + 1
        // a quote at the very end may be the first of two
        if (at >= text.length && !last) return { open: false, met }
        if (text.charCodeAt(at) !== 34) break
        cell += '"'
        at += 1
      }
      if (lines > before && at < text.length && !text.startsWith(delimiter, at) && !/[\r\n]/.test(text.charAt(at)))
        return { open: true, met }
    }
    const comma = text.indexOf(delimiter, at)
    const end = text.indexOf('\n', at)
    if (end < 0 && !last) return { open: false, met }
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
