/**
 * How values come out of the database, the same on both engines. [STO-1]
 *
 * int8 → bigint · numeric → text (money and measures keep every digit) · date → `YYYY-MM-DD` text · timestamptz → ISO 8601
 * text with microseconds and zone · json, jsonb → what they say. By type oid; the rest stays as each driver gives it.
 */
const OID = { int8: 20, numeric: 1700, date: 1082, timestamp: 1114, timestamptz: 1184, json: 114, jsonb: 3802 } as const

/** `2025-07-01 08:00:00.5+07` → `2025-07-01T08:00:00.5+07:00`. Microseconds are kept, because pages are keyed by them. */
const instant = (text: string): string => text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')

export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: (text) => BigInt(text),
  [OID.numeric]: (text) => text,
  [OID.date]: (text) => text,
  [OID.timestamp]: (text) => text.replace(' ', 'T'),
  [OID.timestamptz]: instant,
  [OID.json]: (text) => JSON.parse(text) as unknown,
  [OID.jsonb]: (text) => JSON.parse(text) as unknown,
}
