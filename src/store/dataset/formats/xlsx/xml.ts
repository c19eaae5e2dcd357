/** The little of XML that a workbook is made of. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Text as it was meant: references, and the codes `_xHHHH_` that SpreadsheetML has for signs that XML has none for.
 *
 * @source ECMA-376, ST_Xstring (22.9.2.19)
 */
export const unescaped = (text: string): string =>
  text
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_whole, plain: string) => plain.replaceAll('&', '&amp;'))
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      name === undefined ? codePoint(whole, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : (ENTITIES.get(name) ?? whole),
    )
    .replace(/_x([0-9a-f]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const codePoint = (whole: string, n: number): string => (n <= 0x10_ff_ff ? String.fromCodePoint(n) : whole)

export const attribute = (tag: string, name: string): string | null => {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return value === null ? null : unescaped(value[1] ?? value[2] ?? '')
}

/** Some programs write `<x:row>`: which prefix stands for SpreadsheetML is theirs, and the same in a whole part. */
export function prefixOff(beginning: string): (xml: string) => string {
  const prefix = /<(\w+):(?:worksheet|workbook|sst|styleSheet|Relationships)\b/.exec(beginning.slice(0, 4000))?.[1]
  if (prefix === undefined) return (xml) => xml
  return (xml) => xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</')
}

/** The elements of a name, one after another: what it says of itself, and what is in it. One without an end is empty. @cost linear */
export function* elements(xml: string, name: string): Generator<readonly [said: string, inner: string]> {
  const open = `<${name}`
  const close = `</${name}>`
  for (let at = xml.indexOf(open); at >= 0; ) {
    const next = xml.indexOf(open, at + open.length)
    const piece = xml.slice(at + open.length, next < 0 ? xml.length : next)
    at = next
    // `<c` begins `<col` too
    if (!/^[\s/>]/.test(piece)) continue
    const end = piece.indexOf('>')
    if (end < 0) continue
    const isEmpty = piece[end - 1] === '/'
    const stop = isEmpty ? -1 : piece.indexOf(close, end)
    yield [piece.slice(0, isEmpty ? end - 1 : end), stop < 0 ? '' : piece.slice(end + 1, stop)]
  }
}
