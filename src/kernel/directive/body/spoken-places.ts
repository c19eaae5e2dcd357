import type { Reading } from '../text/reading.ts'

/**
 * The place a text speaks of without its name: «Tỉnh cần tập trung …», «Thường trực Tỉnh ủy». [DIR-31]
 *
 * Asked once for each such word, and answered from the whole text, so the answers are kept with the reading: a text of a
 * thousand such sentences must not be searched a thousand times.
 */
const kept = new WeakMap<Reading, Map<string, string | null>>()

const once = (reading: Reading, key: string, find: () => string | null): string | null => {
  const known = kept.get(reading) ?? new Map<string, string | null>()
  kept.set(reading, known)
  const answer = known.has(key) ? (known.get(key) ?? null) : find()
  known.set(key, answer)
  return answer
}

/** The province, city or district named most often; the bare word when none is named. */
export const placeSpokenOf = (reading: Reading, level: string): string =>
  once(reading, level, () => {
    const counts = new Map<string, number>()
    const named = new RegExp(`${level.toLowerCase()} ((?:\\p{L}+ ){0,2}\\p{L}+)`, 'gu')
    for (const match of reading.lower.matchAll(named)) {
      const at = match.index + level.length + 1
      const name = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}/u.exec(reading.text.slice(at, at + 40))?.[0]
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1])
    return most === undefined ? null : `${level.toLowerCase()} ${most[0]}`
  }) ?? level

/** The province whose Party committee the text names, when it names one only. */
export const provinceOfParty = (reading: Reading): string | null =>
  once(reading, 'tỉnh ủy', () => {
    const places = new Set(
      [...reading.text.matchAll(/[tT](?:ỉnh|ỈNH) (?:ủy|Ủy|ỦY) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu)].map((match) => match[1]),
    )
    return places.size === 1 ? ([...places][0] ?? null) : null
  })
