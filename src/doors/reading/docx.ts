import { type Block, type Cell, textOfBlocks } from './blocks.ts'
import { type Numbering, numberingOf } from './docx-numbering.ts'
import { plain, type Read, Unreadable } from './read.ts'
import { walkXml, xmlText } from './xml-walk.ts'
import type { Members } from './zip-members.ts'

/** A Word document as text: numbers that Word counts are written, what was deleted is not, heads and feet stand apart. */
export function readDocx(members: Members): Read {
  const part = (name: string): string | null => {
    const bytes = members.open(name)
    return bytes === null ? null : xmlText(bytes)
  }
  const body = part('word/document.xml')
  if (body === null) throw new Unreadable('file-broken')
  const numbering = numberingOf(part('word/numbering.xml'), part('word/styles.xml'))
  const around = members.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).slice(0, 12)
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) => notesOf(part(name), numbering))
  const text = textOfBlocks(blocksOf(body, numbering))
  return {
    // notes stand below the letter, where they interrupt no sentence
    ...plain(notes.length === 0 ? text : `${text}\n\n${notes.map((note, i) => `[${i + 1}] ${note}`).join('\n')}`, 'docx'),
    apart: around.map((name) => textOfBlocks(blocksOf(part(name) ?? '', numbering))).join('\n'),
  }
}

/** Notes at the foot of a page or at the end, in their order; the rules above them are none. */
const notesOf = (xml: string | null, numbering: Numbering): readonly string[] =>
  (xml ?? '')
    .split(/<w:(?:foot|end)note(?=\s)/)
    .slice(1, MOST_NOTES)
    .filter((note) => !/^[^>]*w:type="(?:separator|continuation)/.test(note))
    .map((note) =>
      textOfBlocks(blocksOf(`<w:note${note}`.replace(/<\/w:(?:foot|end)notes?>[\s\S]*$/, '</w:note>'), numbering))
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((note) => note !== '')
const MOST_NOTES = 500

/** What is no text of the letter: deleted words, codes of fields, the second copy of what newer programs draw, notes. */
const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:delText', 'w:footnoteRef', 'w:rPrChange', 'w:pPrChange'])

type Paragraph = { text: string; num: string | null; level: number | null; style: string | null; isMarked: boolean }
type OpenCell = { texts: string[]; columns: number; joins: boolean }
type OpenTable = { rows: Cell[][]; cell: OpenCell | null }

function blocksOf(xml: string, numbering: Numbering): readonly Block[] {
  const blocks: Block[] = []
  const tables: OpenTable[] = []
  const paragraphs: Paragraph[] = []
  let skipping = 0
  let isHidden = false
  let isText = false

  const put = (text: string): void => {
    const cell = tables.at(-1)?.cell
    if (cell != null) {
      if (text !== '') cell.texts.push(text)
    } else if (text === '' || tables.length === 0) blocks.push({ kind: 'paragraph', text })
  }
  const inProperties = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const paragraph = paragraphs.at(-1)
    const cell = tables.at(-1)?.cell
    const value = attributes['w:val'] ?? null
    if (name === 'w:gridSpan' && cell != null) cell.columns = Math.min(60, Math.max(1, Number(value) || 1))
    if (name === 'w:vMerge' && cell != null) cell.joins = value !== 'restart'
    if (name === 'w:vanish') isHidden = value !== '0' && value !== 'false' && !(paragraph?.isMarked ?? false)
    if (paragraph === undefined) return
    if (name === 'w:numId') paragraph.num = value
    if (name === 'w:ilvl') paragraph.level = Number(value ?? 0)
    if (name === 'w:pStyle') paragraph.style = value
  }
  const say = (text: string): void => {
    const paragraph = paragraphs.at(-1)
    if (paragraph !== undefined && !isHidden) paragraph.text += text
  }

  walkXml(xml, {
    open(name, attributes) {
      if (skipping > 0 || LEFT_OUT.has(name)) {
        skipping += 1
        return
      }
      if (name === 'w:p') paragraphs.push({ text: '', num: null, level: null, style: null, isMarked: false })
      else if (name === 'w:pPr') isMark(paragraphs, true)
      else if (name === 'w:r') isHidden = false
      else if (name === 'w:t') isText = true
      else if (name === 'w:tab' && !(paragraphs.at(-1)?.isMarked ?? false)) say('\t')
      else if (name === 'w:br' || name === 'w:cr') say(attributes['w:type'] === 'page' ? '' : '\n')
      else if (name === 'w:noBreakHyphen') say('-')
      else if (name === 'w:tbl') tables.push({ rows: [], cell: null })
      else if (name === 'w:tr') tables.at(-1)?.rows.push([])
      else if (name === 'w:tc') begin(tables)
      else inProperties(name, attributes)
    },
    text(text) {
      if (isText && skipping === 0) say(text)
    },
    close(name) {
      if (skipping > 0) {
        skipping -= 1
        return
      }
      if (name === 'w:t') isText = false
      else if (name === 'w:pPr') isMark(paragraphs, false)
      else if (name === 'w:p') {
        const done = paragraphs.pop()
        if (done !== undefined) put(written(done, numbering))
      } else if (name === 'w:tc') end(tables)
      else if (name === 'w:tbl') {
        const table = tables.pop()
        if (table === undefined) return
        const outer = tables.at(-1)?.cell
        if (outer == null) blocks.push({ kind: 'table', rows: table.rows })
        else outer.texts.push(textOfBlocks([{ kind: 'table', rows: table.rows }]))
      }
    },
  })
  return blocks
}

const isMark = (paragraphs: readonly Paragraph[], marked: boolean): void => {
  const paragraph = paragraphs.at(-1)
  if (paragraph !== undefined) paragraph.isMarked = marked
}

const begin = (tables: readonly OpenTable[]): void => {
  const table = tables.at(-1)
  if (table !== undefined) table.cell = { texts: [], columns: 1, joins: false }
}

function end(tables: readonly OpenTable[]): void {
  const table = tables.at(-1)
  if (table?.cell == null) return
  table.rows.at(-1)?.push({ text: table.cell.texts.join('\n'), columns: table.cell.columns, joins: table.cell.joins })
  table.cell = null
}

function written(paragraph: Paragraph, numbering: Numbering): string {
  const text = paragraph.text.replace(/[ \u00a0]+/g, ' ').trim()
  // an empty paragraph of a list has no number that anybody sees
  if (text === '') return ''
  const number = numbering.before(paragraph, paragraph.style)
  return number === '' ? text : `${number} ${text}`
}
