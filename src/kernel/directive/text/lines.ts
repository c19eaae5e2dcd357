import type { Reading } from './reading.ts'

/**
 * From lines to paragraphs. [DIR-8]
 *
 * A letter copied from a PDF is broken at the width of its page, with page numbers and the gazette's running head between
 * the halves of a sentence; one copied from the web has a line a paragraph. Here broken lines become one, so that
 * everything after reads a line as a paragraph. A line goes on when the next begins with a small letter, or when it ends on
 * a word that cannot end anything («của», «Thủ tướng» before «Chính phủ»), or, in a text that is broken at a page's width,
 * when it has no end of its own. Markers («a)», «-», «1.») always begin a line of their own.
 */
const MARKER =
  /^(?:(?:phần|chương|mục) (?:thứ )?[ivx\d]+|điều \d+(?=[.: ]*$|[.:])|[ivx]{1,5}[.)/-](?= )|\d{1,2}(?:\.\d{1,2}){0,3}[.)/-](?= )|\d{1,2}(?:\.\d{1,2}){1,3}(?= )|\(\d{1,2}\)|\([a-zđ]\)|\([ivx]{1,4}\)|[a-zđ][.)/](?= )|[-+*•●▪○–](?= ?\p{L}| \d+ \p{Lu}))/iu
/** A number alone counts what follows («… trong vòng / 15 ngày»), unless a capital does. */
const BARE_MARKER = /^\d{1,2} \p{Lu}/u
/** Page numbers, running heads, rules, and the stamp of a signed copy, which stands on the first page in the middle of the text. */
const FURNITURE =
  /^(?:\d{1,3}|trang \d+.*|công báo ?\/ ?số.*|- ?\d{1,3} ?-|(?:phần )?văn bản (?:quy phạm )?pháp luật(?: khác)?|[_\-–=*. ]{3,}|(?:ký bởi|người ký|cơ quan|ngày ký|thời gian ký|email|chữ ký số|ký số bởi) ?: ?(?:[^:]{0,60}|[\d/: +.tz-]+)|\p{L})$/u
const UNFINISHED = /(?:^|[\s(])(?:của|và|các|với|theo|tại|về|do|cho|từ|đến|trong|để|là|hoặc|số|ngày|tháng|năm|thủ tướng|ủy ban|hội đồng)$/u
const ENDED = /[.;:!?…”"»]$/u

type Line = { readonly start: number; readonly end: number }

const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let start = 0
  for (let i = text.indexOf('\n'); ; i = text.indexOf('\n', start)) {
    const end = i < 0 ? text.length : i
    lines.push({ start, end })
    if (i < 0) return lines
    start = i + 1
  }
}

const isCapitals = (line: string): boolean => line === line.toUpperCase() && /\p{L}/u.test(line)

/** Most lines of about one width, in a short text many of them without an end: it was broken by a page, not by its writer. */
const isBroken = (lines: readonly string[]): boolean => {
  const long = lines.filter((line) => line.length > 50)
  const isMuch = long.length > 8 || (long.length > 4 && long.filter((line) => !ENDED.test(line)).length > long.length * 0.4)
  return isMuch && long.filter((line) => line.length < 115).length > long.length * 0.8
}

export function joinLines(reading: Reading): Reading {
  const { text, lower } = reading
  const lines = linesOf(text)
  const broken = isBroken(lines.map(({ start, end }) => text.slice(start, end)))
  const keep = new Uint8Array(text.length).fill(1)
  const blank = new Uint8Array(text.length)
  let open: Line | null = null // the last line that a next one could continue
  let furniture = false
  let gap = false
  for (const line of lines) {
    const words = lower.slice(line.start, line.end)
    if (words === '') {
      gap = true
      continue
    }
    if (FURNITURE.test(words)) {
      furniture = true
      for (let i = line.start; i < Math.min(line.end + 1, keep.length); i++) keep[i] = 0
      continue
    }
    if (gap && !furniture) open = null
    gap = false
    if (open !== null && goesOn(text.slice(open.start, open.end), text.slice(line.start, line.end), broken)) {
      for (let i = open.end; i < line.start; i++) keep[i] = 0
      if (line.start > open.end) {
        keep[open.end] = 1
        blank[open.end] = 1
      }
      open = { start: open.start, end: line.end }
    } else open = line
    furniture = false
  }
  return rebuild(reading, keep, blank)
}

function goesOn(before: string, line: string, broken: boolean): boolean {
  const tail = before.slice(-40).toLowerCase()
  if (
    (/^\d/.test(line) && UNFINISHED.test(tail) && !(MARKER.test(line) && isCapitals(before.slice(-200)))) ||
    (/^- ?Thương binh/iu.test(line) && /lao động$/u.test(tail))
  )
    return true
  if (MARKER.test(line) || BARE_MARKER.test(line) || line.startsWith('|') || before.endsWith('|') || isRow(line) || isRow(before))
    return false
  if (/\p{Lu}-$/u.test(before) || /\d-$/.test(before)) return true // a symbol broken at its hyphen: «52-» «CT/TW»
  if (isCapitals(line) || isCapitals(before.slice(-200))) return false
  // In a text broken by its page a small letter goes on even after a semicolon: a new line of the writer's has a capital.
  if (/^\p{Ll}/u.test(line) && broken && before.length > 40) return true
  if (/^\p{Ll}/u.test(line)) return !ENDED.test(tail) || tail.endsWith('...') || tail.endsWith('…')
  if (ENDED.test(tail)) return false
  return UNFINISHED.test(tail) || tail.endsWith(',') || (broken && before.length > 50 && !/^(?:nơi nhận|kính gửi|căn cứ)/iu.test(line))
}

const isRow = (line: string): boolean => /\|[^|]*\|/u.test(line.slice(0, 2000))

function rebuild(reading: Reading, keep: Uint8Array, blank: Uint8Array): Reading {
  let length = 0
  for (let i = 0; i < keep.length; i++) length += keep[i] ?? 0
  if (length === keep.length && !blank.includes(1)) return reading
  const from = new Uint32Array(length)
  const to = new Uint32Array(length)
  const text: string[] = []
  let run = 0
  let at = 0
  const flush = (i: number): void => {
    if (i > run) text.push(reading.text.slice(run, i))
  }
  for (let i = 0; i < keep.length; i++) {
    if (keep[i] === 0 || blank[i] === 1) {
      flush(i)
      run = i + 1
      if (blank[i] === 1) text.push(' ')
    }
    if (keep[i] === 1) {
      from[at] = reading.from[i] ?? 0
      to[at] = reading.to[i] ?? 0
      at++
    }
  }
  flush(keep.length)
  const joined = text.join('')
  return { ...reading, text: joined, lower: lowerLike(joined, reading, keep, blank), from, to }
}

/** The lower-case text, cut the same way, so that positions stay equal even where a capital has no small letter of its width. */
const lowerLike = (joined: string, reading: Reading, keep: Uint8Array, blank: Uint8Array): string => {
  const lowered = joined.toLowerCase()
  if (lowered.length === joined.length) return lowered
  let out = ''
  for (let i = 0; i < keep.length; i++) if (keep[i] === 1) out += blank[i] === 1 ? ' ' : reading.lower.charAt(i)
  return out
}
