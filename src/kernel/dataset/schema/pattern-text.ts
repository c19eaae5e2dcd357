/**
 * The pattern of a schema, taken apart. Which letters one place of it may have is asked of the engine's own regular expressions,
 * a letter at a time; how places follow one another is read here, so that `pattern.ts` can go through a text once. [DAT-24]
 *
 * What cannot be decided by going through a text once — what looks ahead or behind, what refers to a group before, the edges of
 * words, flags within — is refused.
 *
 * @source ECMA-262, Pattern, with the flag u
 */
export type Node =
  | { readonly is: 'letter'; readonly of: number }
  | { readonly is: 'begin' | 'end' }
  | { readonly is: 'row'; readonly parts: readonly Node[] }
  | { readonly is: 'either'; readonly parts: readonly Node[] }
  /** `most` null: without end. */
  | { readonly is: 'repeat'; readonly part: Node; readonly least: number; readonly most: number | null }

export type PatternText = { readonly root: Node; readonly letters: readonly RegExp[] }

/** A group or a class has an end: the engine has read the pattern before. */
const ATOM =
  /\[(?:\\.|[^\]\\])*\]|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[a-zA-Z]|\\[pP]\{[^}]*\}|\\.|./suy
const COUNT = /\{(\d+)(?:(,)(\d*))?\}/y
const GROUP = /\((?:\?:|\?<[^=!>][^>]*>|(?!\?))/y
const REFUSED = /^\\(?:[bBk]|[1-9])/

/** @returns null: it is no pattern, or none of those that are read here */
export function readPatternText(text: string): PatternText | null {
  if (!isPattern(text)) return null
  const letters: RegExp[] = []
  const known = new Map<string, number>()
  let at = 0
  const taken = (sign: RegExp): RegExpExecArray | null => {
    sign.lastIndex = at
    const found = sign.exec(text)
    if (found !== null) at = sign.lastIndex
    return found
  }
  const either = (): Node | null => {
    const parts: Node[] = []
    for (;;) {
      const part = row()
      if (part === null) return null
      parts.push(part)
      if (text[at] !== '|') break
      at += 1
    }
    return { is: 'either', parts }
  }
  const row = (): Node | null => {
    const parts: Node[] = []
    while (at < text.length && text[at] !== '|' && text[at] !== ')') {
      const part = atom()
      if (part === null) return null
      parts.push(repeated(part))
    }
    return { is: 'row', parts }
  }
  const atom = (): Node | null => {
    if (text[at] === '(') {
      if (taken(GROUP) === null) return null
      const inner = either()
      at += 1
      return inner
    }
    const [source = ''] = taken(ATOM) ?? []
    if (source === '^') return { is: 'begin' }
    if (source === '$') return { is: 'end' }
    if (REFUSED.test(source)) return null
    const of = known.get(source) ?? letters.length
    if (of === letters.length) {
      known.set(source, of)
      letters.push(new RegExp(`^${source}$`, 'u'))
    }
    return { is: 'letter', of }
  }
  /** Greedy or not is the same where the whole text is held to it. */
  const repeated = (part: Node): Node => {
    const sign = text[at]
    const count = sign === '{' ? taken(COUNT) : null
    if (count === null && sign !== '*' && sign !== '+' && sign !== '?') return part
    if (count === null) at += 1
    if (text[at] === '?') at += 1
    if (count === null) return { is: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : null }
    const least = Number(count[1])
    return { is: 'repeat', part, least, most: count[2] === undefined ? least : count[3] === '' ? null : Number(count[3]) }
  }
  const root = either()
  return root === null ? null : { root, letters }
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}
