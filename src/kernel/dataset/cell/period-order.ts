import { parsePeriod } from './period-text.ts'

/** The period that ends last; of those that end together the shorter. @returns null: none of the texts is one */
export function latestPeriod(texts: readonly string[]): string | null {
  const all = texts.flatMap((text) => {
    const period = parsePeriod(text)
    return period === null ? [] : [{ text, period }]
  })
  const [last] = all.toSorted((a, b) => b.period.year - a.period.year || b.period.to - a.period.to || b.period.from - a.period.from)
  return last?.text ?? null
}
