/**
 * A JSON that is larger than is held at once, gone through a piece at a time: the elements of its outer lists come as texts of
 * their own, and what remains is an outline of it, in which every list has its length and its first elements, and holes in the
 * place of the others. Nothing is looked at twice, however the file is cut into pieces. [DAT-6]
 *
 * @source RFC 8259. What lies within an element is read when it is parsed.
 */
export type Element = { readonly list: string; readonly text: string }
export type Outline = {
  readonly read: unknown
  /** Where its lists lie: names of what holds them, with points between; empty: it is the file. */
  readonly lists: ReadonlyMap<unknown, string>
}
export interface JsonScanner {
  /** Elements, of the lists that are wanted, that are whole with this piece. @throws SyntaxError it is no JSON; RangeError too much of it is one */
  feed(piece: string): readonly Element[]
  end(): Outline
}

/** Records within records in which lists are looked for. */
const MOST_WRAPPED = 4
/** Of one element, or of one value that is no list; in characters. */
const MOST_VALUE = 32_000_000
/** Of all that the outline keeps beside its lists. */
const MOST_KEPT = 8_000_000
/** First elements of a list, as many as a table has columns and more, and no more of them than so many characters. */
const MOST_FIRST = 500
const MOST_FIRST_TEXT = 1_000_000

type Level =
  | { readonly is: 'list'; readonly path: string; readonly all: unknown[]; n: number; kept: number }
  | { readonly is: 'record'; readonly path: string; readonly all: Record<string, unknown>; name: string }
type State = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma' | 'done'
/** A value on its way: a text, what has brackets, or a number, a truth, a null, which ends before a sign. */
type Held = {
  readonly is: 'text' | 'nested' | 'bare'
  readonly parts: string[]
  size: number
  depth: number
  inText: boolean
  escaped: boolean
}

const BLANK = /[ \t\r\n]*/y
const OF_TEXT = /["\\]/g
const OF_NESTED = /["{}[\]]/g
const AFTER_BARE = /[,\]}\s]/g
const found = (sign: RegExp, text: string, from: number): number => {
  sign.lastIndex = from
  return sign.exec(text)?.index ?? text.length
}

/** @param wants null: no elements are wanted, only the outline */
export function jsonScanner(wants: string | null): JsonScanner {
  const levels: Level[] = []
  const lists = new Map<unknown, string>()
  const begun = new Map<string, number>()
  let root: unknown
  let state: State = 'value'
  let held: Held | null = null
  let kept = 0
  let isFirst = true
  let elements: Element[] = []

  function feed(piece: string): readonly Element[] {
    elements = []
    let at = isFirst && piece.startsWith('\ufeff') ? 1 : 0
    isFirst = false
    while (at < piece.length) {
      if (held !== null) {
        at = goOn(held, piece, at)
        continue
      }
      BLANK.lastIndex = at
      BLANK.exec(piece)
      at = BLANK.lastIndex
      const sign = piece[at]
      if (sign !== undefined) at = met(sign, at)
    }
    return elements
  }

  /** @returns where the next sign is looked for */
  function met(sign: string, at: number): number {
    const level = levels.at(-1)
    if ((sign === ']' || sign === '}') && (state === 'comma' || state.endsWith('-or-end'))) {
      if (level?.is !== (sign === ']' ? 'list' : 'record')) throw new SyntaxError('json')
      leave(level)
    } else if (state === 'comma' && sign === ',') state = level?.is === 'list' ? 'value' : 'name'
    else if (state === 'colon' && sign === ':') state = 'value'
    else if (state.startsWith('name') && sign === '"') hold('text')
    else if (state.startsWith('value')) return begin(sign, at)
    else throw new SyntaxError('json')
    return at + 1
  }

  function begin(sign: string, at: number): number {
    const level = levels.at(-1)
    const isOuter = level?.is !== 'list' && levels.length < MOST_WRAPPED + (sign === '[' ? 1 : 0)
    if ((sign === '[' || sign === '{') && isOuter) {
      const said = level === undefined ? '' : level.path === '' ? level.name : `${level.path}.${level.name}`
      const path = sign === '[' ? toldApart(said) : said
      const next: Level =
        sign === '[' ? { is: 'list', path, all: [], n: 0, kept: 0 } : { is: 'record', path, all: Object.create(null), name: '' }
      keep(next.all)
      if (next.is === 'list') lists.set(next.all, path)
      levels.push(next)
      state = sign === '[' ? 'value-or-end' : 'name-or-end'
      return at + 1
    }
    hold(sign === '"' ? 'text' : sign === '[' || sign === '{' ? 'nested' : 'bare')
    return sign === '"' ? at + 1 : at
  }

  /** A name that an object has twice is that of the last, as in a small file. */
  function toldApart(path: string): string {
    const n = begun.get(path) ?? 0
    begun.set(path, n + 1)
    return n === 0 ? path : `${path}\0${n}`
  }

  const hold = (is: Held['is']): void => {
    held = { is, parts: is === 'text' ? ['"'] : [], size: 0, depth: 0, inText: is === 'text', escaped: false }
  }

  /** A value as far as this piece has it. @returns where it ends, or the end of the piece */
  function goOn(one: Held, piece: string, from: number): number {
    let at = from
    let isWhole = false
    while (at < piece.length && !isWhole) {
      if (one.escaped) {
        one.escaped = false
        at += 1
      } else if (one.inText) {
        at = found(OF_TEXT, piece, at)
        one.escaped = piece[at] === '\\'
        one.inText = piece[at] !== '"'
        isWhole = !one.inText && one.is === 'text'
        at += 1
      } else if (one.is === 'bare') {
        at = found(AFTER_BARE, piece, at)
        isWhole = at < piece.length
      } else {
        at = found(OF_NESTED, piece, at)
        const sign = piece[at]
        one.inText = sign === '"'
        one.depth += sign === '{' || sign === '[' ? 1 : sign === '}' || sign === ']' ? -1 : 0
        isWhole = one.depth === 0
        at += 1
      }
    }
    at = Math.min(at, piece.length)
    one.size += at - from
    if (one.size > MOST_VALUE) throw new RangeError('json')
    const level = levels.at(-1)
    const isKept = level?.is !== 'list' || level.path === wants || isSample(level)
    if (isKept) one.parts.push(piece.slice(from, at))
    if (isWhole) taken(one, isKept ? one.parts.join('') : null)
    return at
  }

  const isSample = (level: Level & { readonly is: 'list' }): boolean =>
    level.n === 0 || (level.n < MOST_FIRST && level.kept < MOST_FIRST_TEXT)

  function taken({ size }: Held, text: string | null): void {
    held = null
    const level = levels.at(-1)
    if (level?.is === 'record' && state.startsWith('name')) {
      level.name = String(JSON.parse(text ?? ''))
      state = 'colon'
      return
    }
    if (level?.is === 'list') {
      if (text !== null && isSample(level)) {
        level.all[level.n] = JSON.parse(text)
        level.kept += size
      }
      level.n += 1
      if (text !== null && level.path === wants) elements.push({ list: level.path, text })
    } else keep(JSON.parse(text ?? ''), size)
    state = levels.length === 0 ? 'done' : 'comma'
  }

  function keep(value: unknown, size = 16): void {
    const level = levels.at(-1)
    kept += size + (level?.is === 'record' ? level.name.length : 0)
    if (kept > MOST_KEPT) throw new RangeError('json')
    if (level === undefined) root = value
    else if (level.is === 'record') level.all[level.name] = value
  }

  function leave(level: Level): void {
    // holes stand for the elements that are not kept
    if (level.is === 'list') level.all.length = level.n
    levels.pop()
    state = levels.length === 0 ? 'done' : 'comma'
  }

  return {
    feed,
    end() {
      if (held?.is === 'bare' && levels.length === 0) taken(held, held.parts.join(''))
      if (state !== 'done') throw new SyntaxError('json')
      return { read: root, lists }
    },
  }
}
