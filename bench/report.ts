/** What a bench found: a table for people and, last, one line of JSON for machines. */
export type Figure = { readonly value: number; readonly asked: number | null; readonly ok: boolean | null }

/** A figure that must not exceed what is asked. */
export const atMost = (value: number, asked: number): Figure => ({ value: round(value), asked, ok: value <= asked })
/** A figure that must reach what is asked. */
export const atLeast = (value: number, asked: number): Figure => ({ value: round(value), asked, ok: value >= asked })
/** A figure nobody asked a bound of. */
export const seen = (value: number): Figure => ({ value: round(value), asked: null, ok: null })

const round = (value: number): number => Math.round(value * 100) / 100

export function report(bench: string, figures: Readonly<Record<string, Figure>>): void {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  for (const [name, { value, asked, ok }] of Object.entries(figures)) {
    const bound = asked === null ? '' : `asked ${asked}  ${ok === true ? 'ok' : 'NOT REACHED'}`
    console.log(`${name.padEnd(width)}  ${String(value).padStart(10)}  ${bound}`)
  }
  console.log(JSON.stringify({ bench, ...figures }))
}

/** Nearest-rank quantile of unsorted values. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
