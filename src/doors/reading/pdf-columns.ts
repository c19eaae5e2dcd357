import { heightsOf, piecesOf, type Word } from './pdf-lines.ts'
import type { Table } from './pdf-rules.ts'

/**
 * Tables of work that a PDF sets without rules: known by a line that names at least three columns, work and lead among them;
 * their columns are the white that stays between words from there down. [DOC-8]
 *
 * A row begins where its number stands; without numbers, at a line that fills three columns or stands apart from the one
 * above. The table ends where a line closes one of the whites.
 */
const WORK = /nội dung|nhiệm vụ|công việc|hoạt động/iu
const LEAD = /chủ trì|thực hiện|phụ trách|đầu mối/iu
const NUMBER = /^(?:S?TT|Số TT)$/iu
/** In heights of a letter: wider than the blank between two words, narrower than the white between two columns. */
const WHITE = 0.9
/** How much farther than from most lines a row stands from the one above. */
const APART = 1.4

type Span = { from: number; to: number }

export function unruledTablesIn(words: readonly Word[], textOf: (words: readonly Word[]) => string): readonly Table[] {
  const lines = heightsOf(words)
  const tables: Table[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const head = piecesOf(lines[i] ?? [], 0)
    if (head.length < 3 || !isHead(head.map(({ text }) => text))) continue
    let columns = spansOf(lines[i] ?? [])
    let end = i + 1
    for (; end < lines.length; end += 1) {
      const wider = spansOf(lines.slice(i, end + 1).flat())
      if (wider.length < head.length) break
      columns = wider
    }
    const rows = rowsOf(lines.slice(i, end), columns, NUMBER.test(head[0]?.text ?? ''))
    if (rows.length < 2) continue
    const inside = lines.slice(i, end).flat()
    tables.push({
      top: Math.max(...inside.map(({ y, size }) => y + size)),
      bottom: Math.min(...inside.map(({ y }) => y)),
      rows: rows.map((row) => columns.map((column) => textOf(row.filter((word) => isIn(word, column))))),
      words: new Set(inside),
    })
    i = end - 1
  }
  return tables
}

const isHead = (names: readonly string[]): boolean => {
  const work = names.findIndex((name) => name.length < 60 && WORK.test(name) && !LEAD.test(name))
  return work >= 0 && names.some((name, i) => i !== work && name.length < 60 && LEAD.test(name))
}

const isIn = ({ x, width }: Word, { from, to }: Span): boolean => x + width / 2 >= from && x + width / 2 <= to

/** What words cover of the width of the page, from left to right. */
function spansOf(words: readonly Word[]): readonly Span[] {
  const spans: Span[] = []
  for (const { x, width, size } of words.filter(({ text }) => text.trim() !== '').sort((a, b) => a.x - b.x)) {
    const last = spans.at(-1)
    if (last === undefined || x - last.to > WHITE * size) spans.push({ from: x, to: x + width })
    else last.to = Math.max(last.to, x + width)
  }
  return spans
}

/** The lines of each row, the head first. */
function rowsOf(lines: readonly (readonly Word[])[], columns: readonly Span[], isNumbered: boolean): readonly (readonly Word[])[] {
  const drops = lines.slice(1).map((line, i) => (lines[i]?.[0]?.y ?? 0) - (line[0]?.y ?? 0))
  const usual = [...drops].sort((a, b) => a - b)[Math.floor((drops.length - 1) / 4)] ?? 0
  const [first] = columns
  const rows: Word[][] = []
  for (const [i, line] of lines.entries()) {
    const filled = columns.filter((column) => line.some((word) => isIn(word, column))).length
    const begins = isNumbered
      ? line.some((word) => first !== undefined && isIn(word, first))
      : filled > 2 || (drops[i - 1] ?? 0) > usual * APART
    if (i === 0 || begins) rows.push([...line])
    else rows.at(-1)?.push(...line)
  }
  return rows
}
