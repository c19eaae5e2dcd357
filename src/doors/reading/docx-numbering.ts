import { numberAs } from './list-numbers.ts'
import { walkXml } from './xml-walk.ts'

/**
 * The numbers Word counts itself and does not write: levels from numbering.xml, what styles say of them from styles.xml.
 *
 * A list counts on through the whole document; a deeper level begins again when one above it moves; a `num` may begin its
 * levels elsewhere. Signs of bullets become «-», or «+» where it is one, whatever font draws them.
 *
 * @source ECMA-376 part 1, 17.9
 */
type Level = { start: number; format: string; text: string; restart: number | null; legal: boolean }
type Num = { readonly abstract: string; readonly starts: Map<number, number>; readonly levels: Map<number, Level> }
export type NumberedAt = { readonly num: string | null; readonly level: number | null }

export type Numbering = {
  /** What stands before the paragraph; empty: nothing. */
  before(own: NumberedAt, style: string | null): string
}

const freshLevel = (): Level => ({ start: 1, format: 'decimal', text: '', restart: null, legal: false })

export function numberingOf(numberingXml: string | null, stylesXml: string | null): Numbering {
  const { abstracts, nums, links } = numberingXml === null ? nothing() : readNumbering(numberingXml)
  const styles = stylesXml === null ? new Map<string, Style>() : readStyles(stylesXml)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()

  const ofStyle = (style: string | null): NumberedAt => {
    let level: number | null = null
    for (let at = style, hops = 0; at !== null && hops < 12; hops += 1) {
      const found = styles.get(at)
      level ??= found?.level ?? null
      if (found?.num != null) return { num: found.num, level }
      at = found?.basedOn ?? null
    }
    return { num: null, level }
  }
  const abstractOf = (num: Num): string => {
    const link = links.get(num.abstract)
    const through = link === undefined ? undefined : nums.get(styles.get(link)?.num ?? '')
    return through?.abstract ?? num.abstract
  }
  return {
    before(own, style) {
      const styled = ofStyle(style)
      const id = own.num ?? styled.num
      const num = id === null || id === '0' ? undefined : nums.get(id)
      if (id === null || num === undefined) return ''
      const depth = Math.min(8, own.level ?? styled.level ?? 0)
      const abstract = abstractOf(num)
      const levelAt = (n: number): Level => num.levels.get(n) ?? abstracts.get(abstract)?.get(n) ?? freshLevel()
      const counted = counters.get(abstract) ?? []
      counters.set(abstract, counted)
      const first = num.starts.get(depth)
      if (first !== undefined && !begun.has(`${id}/${depth}`)) {
        begun.add(`${id}/${depth}`)
        counted[depth] = first - 1
      }
      counted[depth] = (counted[depth] ?? levelAt(depth).start - 1) + 1
      for (let n = depth + 1; n < counted.length; n += 1) if (levelAt(n).restart !== 0) counted.splice(n)
      const level = levelAt(depth)
      if (level.format === 'bullet') return level.text.trim() === '+' ? '+' : '-'
      return level.text
        .replace(/%([1-9])/g, (_, digit: string) => {
          const n = Number(digit) - 1
          return numberAs(level.legal ? 'decimal' : levelAt(n).format, counted[n] ?? levelAt(n).start)
        })
        .trim()
    },
  }
}

const nothing = (): ReturnType<typeof readNumbering> => ({ abstracts: new Map(), nums: new Map(), links: new Map() })

function readNumbering(xml: string): {
  readonly abstracts: Map<string, Map<number, Level>>
  readonly nums: Map<string, Num>
  readonly links: Map<string, string>
} {
  const abstracts = new Map<string, Map<number, Level>>()
  const nums = new Map<string, Num>()
  const links = new Map<string, string>()
  let abstract: string | null = null
  let num: { abstract: string; starts: Map<number, number>; levels: Map<number, Level> } | null = null
  let override = 0
  let level: Level | null = null
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        abstract = attributes['w:abstractNumId'] ?? ''
        abstracts.set(abstract, new Map())
      } else if (name === 'w:num') {
        num = { abstract: '', starts: new Map(), levels: new Map() }
        nums.set(attributes['w:numId'] ?? '', num)
      } else if (name === 'w:abstractNumId' && num !== null) num.abstract = value
      else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl'] ?? 0)
      else if (name === 'w:startOverride') num?.starts.set(override, Number(value))
      else if (name === 'w:numStyleLink' && abstract !== null) links.set(abstract, value)
      else if (name === 'w:lvl') {
        level = freshLevel()
        const depth = Number(attributes['w:ilvl'] ?? 0)
        if (num !== null) num.levels.set(depth, level)
        else if (abstract !== null) abstracts.get(abstract)?.set(depth, level)
      } else if (level !== null) setLevel(level, name, value)
    },
    text() {},
    close(name) {
      if (name === 'w:abstractNum') abstract = null
      if (name === 'w:num') num = null
      if (name === 'w:lvl') level = null
    },
  })
  return { abstracts, nums, links }
}

function setLevel(level: Level, name: string, value: string): void {
  if (name === 'w:start') level.start = Number(value)
  if (name === 'w:numFmt') level.format = value
  if (name === 'w:lvlText') level.text = value
  if (name === 'w:lvlRestart') level.restart = Number(value)
  if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false'
}

type Style = { basedOn: string | null; num: string | null; level: number | null }

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') {
        style = { basedOn: null, num: null, level: null }
        styles.set(attributes['w:styleId'] ?? '', style)
      } else if (style === null) return
      else if (name === 'w:basedOn') style.basedOn = attributes['w:val'] ?? null
      else if (name === 'w:numId') style.num = attributes['w:val'] ?? null
      else if (name === 'w:ilvl') style.level = Number(attributes['w:val'] ?? 0)
    },
    text() {},
    close(name) {
      if (name === 'w:style') style = null
    },
  })
  return styles
}
