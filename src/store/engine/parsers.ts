/**
 * How values come out of the database, the same on both engines. [STO-1]
 *
 * int8 → bigint · numeric → text (money and measures keep every digit) · date → `YYYY-MM-DD` text · timestamptz → ISO 8601
 * text with microseconds and zone · json, jsonb → what they say · bytea → Uint8Array · an array of these → an array.
 * Both drivers hand over the text of the database and are given these parsers alone; a type that is not here stays text.
 * Left to the drivers, a `date[]` was text on one engine and an instant in the zone of the machine on the other.
 */
type Parser = (text: string) => unknown

/** `2025-07-01 08:00:00.5+07` → `2025-07-01T08:00:00.5+07:00`. Microseconds are kept, because pages are keyed by them. */
const instant: Parser = (text) => text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')
const asIs: Parser = (text) => text
const json: Parser = (text) => JSON.parse(text) as unknown

/** Name, oid of the type, oid of its array, how it is read. */
const types: readonly (readonly [name: string, oid: number, array: number, parser: Parser])[] = [
  ['bool', 16, 1000, (text) => text === 't'],
  ['bytea', 17, 1001, (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))],
  ['name', 19, 1003, asIs],
  ['int8', 20, 1016, BigInt],
  ['int2', 21, 1005, Number],
  ['int4', 23, 1007, Number],
  ['text', 25, 1009, asIs],
  ['oid', 26, 1028, Number],
  ['json', 114, 199, json],
  ['float4', 700, 1021, Number],
  ['float8', 701, 1022, Number],
  ['bpchar', 1042, 1014, asIs],
  ['varchar', 1043, 1015, asIs],
  ['date', 1082, 1182, asIs],
  ['timestamp', 1114, 1115, (text) => text.replace(' ', 'T')],
  ['timestamptz', 1184, 1185, instant],
  ['numeric', 1700, 1231, asIs],
  ['uuid', 2950, 2951, asIs],
  ['jsonb', 3802, 3807, json],
]

export const parsers: Readonly<Record<number, Parser>> = Object.fromEntries(
  types.flatMap(([, oid, array, parser]) => [
    [oid, parser],
    [array, (text: string) => readArray(text, parser)],
  ]),
)

/**
 * An array as PostgreSQL writes it: `{a,"b \"c\"",NULL,{d}}`. Bounds before it (`[0:1]={…}`) are passed over.
 * @cost one pass
 */
function readArray(text: string, parser: Parser): readonly unknown[] {
  const open: unknown[][] = [[]]
  const put = (value: unknown): unknown => open.at(-1)?.push(value)
  let at = text.indexOf('{')
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === '{') {
      open.push([])
      at += 1
    } else if (char === '}') {
      put(open.pop())
      at += 1
    } else if (char === ',') at += 1
    else if (char === '"') {
      const end = endOfQuoted(text, at + 1)
      put(parser(text.slice(at + 1, end).replace(/\\(.)/gs, '$1')))
      at = end + 1
    } else {
      let end = at
      while (end < text.length && !',}'.includes(text.charAt(end))) end += 1
      const word = text.slice(at, end)
      put(word === 'NULL' ? null : parser(word))
      at = end
    }
  }
  const whole = open[0]?.[0]
  return Array.isArray(whole) ? whole : []
}

function endOfQuoted(text: string, from: number): number {
  let at = from
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
  return at
}
