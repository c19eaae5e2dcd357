import { Parser } from 'htmlparser2'
import { type Block, type Cell, textOfBlocks } from './blocks.ts'
import { numberAs } from './list-numbers.ts'
import { Unreadable } from './read.ts'

/** A page of the web, or what was pasted out of Word, as text. Programs in it are words of nobody, and are dropped. [DOC-8] */
const LEFT_OUT = new Set(['script', 'style', 'head', 'title', 'noscript', 'template', 'svg', 'iframe', 'object', 'select', 'button', 'nav'])
const BREAKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'blockquote',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'pre',
  'dd',
  'dt',
  'dl',
  'figure',
  'figcaption',
  'address',
  'center',
  'hr',
  'form',
  'table',
  'caption',
])
const EMPTY = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col'])
const DEEPEST = 600

type List = { readonly ordered: boolean; readonly type: string; next: number }
type OpenTable = { rows: Cell[][]; cell: { texts: string[]; columns: number; rows: number } | null; held: Map<number, number> }
const TYPES: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }

export function textOfHtml(html: string): string {
  const blocks: Block[] = []
  const tables: OpenTable[] = []
  const lists: List[] = []
  let words = ''
  let marker = ''
  let skipping = 0
  let depth = 0

  const flush = (): void => {
    const text = words
      .replace(/[ \t\r\f\u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    words = ''
    if (text === '') return
    const whole = marker === '' ? text : `${marker} ${text}`
    marker = ''
    const cell = tables.at(-1)?.cell
    if (cell != null) cell.texts.push(whole)
    else blocks.push({ kind: 'paragraph', text: whole })
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > DEEPEST) throw new Unreadable('file-expands')
        if (skipping > 0 || LEFT_OUT.has(name) || isHidden(attributes)) {
          if (!EMPTY.has(name)) skipping += 1
          return
        }
        if (BREAKS.has(name)) flush()
        if (name === 'br') words += '\n'
        if (name === 'ol' || name === 'ul')
          lists.push({
            ordered: name === 'ol',
            type: attributes['type'] ?? '1',
            next: Number.parseInt(attributes['start'] ?? '1', 10) || 1,
          })
        if (name === 'li') marker = markerOf(lists.at(-1), attributes['value'])
        if (name === 'table') tables.push({ rows: [], cell: null, held: new Map() })
        if (name === 'tr') tables.at(-1)?.rows.push([])
        if (name === 'td' || name === 'th') {
          flush()
          openCell(tables.at(-1), attributes)
        }
      },
      ontext(text) {
        if (skipping === 0) words += text.replace(/\s+/g, ' ')
      },
      onclosetag(name) {
        depth -= 1
        if (skipping > 0) {
          if (!EMPTY.has(name)) skipping -= 1
          return
        }
        if (BREAKS.has(name) || name === 'td' || name === 'th') flush()
        if (name === 'ol' || name === 'ul') lists.pop()
        if (name === 'td' || name === 'th') closeCell(tables.at(-1))
        if (name === 'table') {
          const table = tables.pop()
          if (table === undefined) return
          const done: Block = { kind: 'table', rows: table.rows }
          const outer = tables.at(-1)?.cell
          if (outer == null) blocks.push(done)
          else outer.texts.push(textOfBlocks([done]))
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  flush()
  return textOfBlocks(blocks)
}

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes['style'] ?? '')

function markerOf(list: List | undefined, value: string | undefined): string {
  if (list === undefined || !list.ordered) return '-'
  const n = Number.parseInt(value ?? '', 10) || list.next
  list.next = n + 1
  return `${numberAs(TYPES[list.type] ?? 'decimal', n)}${TYPES[list.type]?.endsWith('Letter') === true ? ')' : '.'}`
}

const span = (text: string | undefined): number => Math.min(60, Math.max(1, Number.parseInt(text ?? '1', 10) || 1))

/** Cells that reach down from a row above take their column first. */
function openCell(table: OpenTable | undefined, attributes: Readonly<Record<string, string>>): void {
  if (table === undefined) return
  fill(table)
  table.cell = { texts: [], columns: span(attributes['colspan']), rows: span(attributes['rowspan']) }
}

function fill(table: OpenTable): void {
  const row = table.rows.at(-1)
  if (row === undefined) return
  for (let at = widthOf(row); (table.held.get(at) ?? 0) > 0; at = widthOf(row)) {
    table.held.set(at, (table.held.get(at) ?? 1) - 1)
    row.push({ text: '', columns: 1, joins: true })
  }
}

function closeCell(table: OpenTable | undefined): void {
  const row = table?.rows.at(-1)
  if (table?.cell == null || row === undefined) return
  const { texts, columns, rows } = table.cell
  const at = widthOf(row)
  if (rows > 1) for (let i = 0; i < columns; i += 1) table.held.set(at + i, rows - 1)
  row.push({ text: texts.join('\n'), columns, joins: false })
  table.cell = null
  fill(table)
}

const widthOf = (row: readonly Cell[]): number => row.reduce((sum, cell) => sum + cell.columns, 0)
