import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { textOfBlocks } from './blocks.ts'
import { unruledTablesIn } from './pdf-columns.ts'
import { inReadingOrder, type Line, linesOf, paragraphsFrom, type Word } from './pdf-lines.ts'
import { type Rule, type Table, tablesIn } from './pdf-rules.ts'
import { signaturesIn } from './pdf-signatures.ts'
import { plain, type Read, Unreadable } from './read.ts'

/**
 * The text layer of a PDF: lines in the order people read them, tables by their rules, without the heads, feet and numbers
 * of its pages. Pages that hold no letters (scans, letters drawn as curves) are named, for whoever can recognise them.
 */
const MOST_PAGES = 500
/** Of its height, where heads and feet of a page stand. */
const EDGE = 0.09
const ROTATED = 0.02

type Loaded = Awaited<ReturnType<typeof getDocument>['promise']>
type Page = Awaited<ReturnType<Loaded['getPage']>>
type PageText = { readonly words: readonly Word[]; readonly height: number; readonly page: Page }

export async function readPdf(bytes: Buffer): Promise<Read> {
  const signatures = signaturesIn(bytes)
  const loading = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    verbosity: 0,
    cMapUrl: new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url).href,
    cMapPacked: true,
  })
  const pdf = await loading.promise.catch((error: unknown) => {
    throw new Unreadable(error instanceof Error && error.name === 'PasswordException' ? 'file-locked' : 'file-broken')
  })
  if (pdf.numPages > MOST_PAGES) throw new Unreadable('file-pages', { pages: pdf.numPages, limit: MOST_PAGES })
  const pages: PageText[] = []
  for (let n = 1; n <= pdf.numPages; n += 1) pages.push(await wordsOf(await pdf.getPage(n)))
  const furniture = repeatedAtEdges(pages)
  const apart: string[] = []
  const flow: (Line | Table)[] = []
  for (const [i, text] of pages.entries()) {
    const mayHold = mayHoldTable(text.words)
    const ruled = mayHold ? tablesIn(await rulesOf(text.page), text.words, cellText) : []
    const outside = wordsOutside(text.words, ruled)
    const unruled = mayHold ? unruledTablesIn(outside, cellText) : []
    const tables = [...ruled, ...unruled]
    const free = wordsOutside(outside, unruled)
    flow.push(...ordered(free, tables, i, text.height, furniture, apart))
    text.page.cleanup()
  }
  await loading.destroy()
  return {
    ...plain(textOfFlow(flow), 'pdf'),
    signatures: [...signatures],
    apart: apart.join('\n'),
    blankPages: pages.flatMap(({ words }, i) => (words.every((word) => word.text.trim() === '') ? [i + 1] : [])),
  }
}

const wordsOutside = (words: readonly Word[], tables: readonly Table[]): readonly Word[] =>
  words.filter((word) => !tables.some((table) => table.words.has(word)))

async function wordsOf(page: Page): Promise<PageText> {
  const { items } = await page.getTextContent()
  const [, , , height = 842] = page.view
  const words = items.flatMap((item): Word[] => {
    if (!('str' in item) || item.str === '') return []
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform as number[]
    const size = Math.hypot(c, d)
    // a watermark lies across the page, a note stands along its edge: neither is a sentence of it
    if (Math.abs(b) > ROTATED * Math.hypot(a, b)) return []
    return [{ text: item.str, x, y, width: item.width, size: size || 10 }]
  })
  return { words, height, page }
}

/** What stands at the edge of every page, or of at least three, in the same words, numbers aside. */
function repeatedAtEdges(pages: readonly PageText[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const { words, height } of pages)
    for (const key of new Set(
      linesOf(words, 0)
        .flat()
        .filter((line) => isAtEdge(line.y, height))
        .map((line) => shapeOf(line.text)),
    ))
      seen.set(key, (seen.get(key) ?? 0) + 1)
  return new Set([...seen].filter(([, n]) => n > 2 || (n === 2 && pages.length === 2)).map(([key]) => key))
}

const isAtEdge = (y: number, height: number): boolean => y > height * (1 - EDGE) || y < height * EDGE
const shapeOf = (text: string): string => text.replace(/\d+/g, '#').trim()
const PAGE_NUMBER = /^(?:-? ?\d{1,3} ?-?|trang \d{1,3}(?: ?[/|] ?\d{1,3})?|\d{1,3} ?\/ ?\d{1,3})$/iu

function ordered(
  words: readonly Word[],
  tables: readonly Table[],
  page: number,
  height: number,
  furniture: ReadonlySet<string>,
  apart: string[],
): readonly (Line | Table)[] {
  const rows = linesOf(words, page)
  const kept = rows.flatMap((row, i) => {
    const isOuter = i === 0 || i === rows.length - 1
    const rest = row.filter((line) => {
      const isFurniture =
        (isOuter && PAGE_NUMBER.test(line.text) && (page > 0 || i > 0)) || (isAtEdge(line.y, height) && furniture.has(shapeOf(line.text)))
      if (isFurniture) apart.push(line.text)
      return !isFurniture
    })
    return rest.length === 0 ? [] : [rest]
  })
  const found: (Line | Table)[] = []
  let from = 0
  for (const table of [...tables].sort((a, b) => b.top - a.top)) {
    const to = kept.findIndex((row, i) => i >= from && (row[0]?.y ?? 0) < table.top)
    const until = to < 0 ? kept.length : to
    found.push(...inReadingOrder(kept.slice(from, until)), table)
    from = until
  }
  return [...found, ...inReadingOrder(kept.slice(from))]
}

/** Tables that go on over a page are one: their lines follow each other. */
function textOfFlow(flow: readonly (Line | Table)[]): string {
  const texts: string[] = []
  let lines: Line[] = []
  let rows: (readonly string[])[] = []
  const flush = (): void => {
    if (lines.length > 0) texts.push(...paragraphsFrom(lines))
    if (rows.length > 0)
      texts.push(textOfBlocks([{ kind: 'table', rows: rows.map((row) => row.map((text) => ({ text, columns: 1, joins: false }))) }]))
    lines = []
    rows = []
  }
  for (const one of flow)
    if ('rows' in one) {
      if (lines.length > 0) flush()
      rows.push(...one.rows)
    } else {
      if (rows.length > 0) flush()
      lines.push(one)
    }
  flush()
  return texts.join('\n')
}

const cellText = (words: readonly Word[]): string =>
  linesOf(words, 0)
    .flat()
    .map((line) => line.text)
    .join(' ')

/** Rules are looked for where a table may be: reading every drawing of every page costs more than its words. */
const mayHoldTable = (words: readonly Word[]): boolean => {
  const text = words.map((word) => word.text).join(' ')
  return (
    /\b(?:S?TT)\b|chủ trì|phụ trách|thực hiện/iu.test(text) && /nội dung|nhiệm vụ|công việc|đơn vị|cơ quan|thời gian|\bS?TT\b/iu.test(text)
  )
}

type Matrix = readonly [number, number, number, number, number, number]
const THIN = 2.5
const LONG = 6

/** Lines and thin boxes that are drawn, and the edges of larger boxes. */
async function rulesOf(page: Page): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let now: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [i, fn] of fnArray.entries()) {
    const args: unknown = argsArray[i]
    if (fn === OPS.save) stack.push(now)
    else if (fn === OPS.restore) now = stack.pop() ?? now
    else if (fn === OPS.transform && isNumbers(args)) now = times(now, args)
    else if (fn === OPS.constructPath && Array.isArray(args)) {
      const path: unknown = Array.isArray(args[1]) ? args[1][0] : null
      if (path instanceof Float32Array) for (const box of boxesOf(path, now)) rules.push(...edgesOf(box))
    }
  }
  return rules
}

const isNumbers = (args: unknown): args is readonly number[] => Array.isArray(args) && args.every((one) => typeof one === 'number')
function times([a, b, c, d, e, f]: Matrix, [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0]: readonly number[]): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** Operators of a path as pdf.js packs them: how many numbers follow each. */
const FOLLOW: readonly number[] = [2, 2, 6, 4, 0]

function boxesOf(path: Float32Array, [a, b, c, d, e, f]: Matrix): readonly Rule[] {
  const boxes: { x1: number; x2: number; y1: number; y2: number }[] = []
  for (let i = 0; i < path.length; ) {
    const operator = path[i] ?? 4
    const count = FOLLOW[operator] ?? 0
    if (operator === 0) boxes.push({ x1: Infinity, x2: -Infinity, y1: Infinity, y2: -Infinity })
    const box = boxes.at(-1)
    if (box !== undefined && count >= 2) {
      const [px, py] = [path[i + count - 1] ?? 0, path[i + count] ?? 0]
      const [x, y] = [a * px + c * py + e, b * px + d * py + f]
      box.x1 = Math.min(box.x1, x)
      box.x2 = Math.max(box.x2, x)
      box.y1 = Math.min(box.y1, y)
      box.y2 = Math.max(box.y2, y)
    }
    i += 1 + count
  }
  return boxes
}

function edgesOf({ x1, x2, y1, y2 }: Rule): readonly Rule[] {
  const [width, height] = [x2 - x1, y2 - y1]
  if (height < THIN) return width > LONG ? [{ x1, x2, y1, y2: y1 }] : []
  if (width < THIN) return height > LONG ? [{ x1, x2: x1, y1, y2 }] : []
  return [
    { x1, x2, y1, y2: y1 },
    { x1, x2, y1: y2, y2 },
    { x1, x2: x1, y1, y2 },
    { x1: x2, x2, y1, y2 },
  ]
}
