/**
 * A decimal number as it was written: «12.50» is 1250 hundredths. Sums are exact, which binary fractions are not, and money
 * and counts of any length keep every digit.
 */
export type Decimal = { readonly units: bigint; readonly scale: number }

const WRITTEN = /^-?\d+(?:\.\d+)?$/

/** @param text digits with a point, as the database writes numeric; null: not such a number */
export function parseDecimal(text: string): Decimal | null {
  if (!WRITTEN.test(text)) return null
  const [whole = '', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), scale: fraction.length }
}

/** Also with a power of ten, «1.5E5». @param text a number of a machine */
export function parseScientific(text: string): Decimal | null {
  const [, figures = '', power] = /^([^eE]+)(?:[eE]([+-]?\d{1,3}))?$/.exec(text) ?? []
  const read = parseDecimal(figures)
  if (read === null || power === undefined) return read
  const scale = read.scale - Number(power)
  return scale >= 0 ? { units: read.units, scale } : { units: read.units * 10n ** BigInt(-scale), scale: 0 }
}

export const ZERO: Decimal = { units: 0n, scale: 0 }

const at = ({ units, scale }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - scale)

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: at(a, scale) + at(b, scale), scale }
}

export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale })

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const [x, y] = [at(a, scale), at(b, scale)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Rounded half away from zero to so many decimals. @param by not zero */
export function divided(a: Decimal, by: Decimal, scale: number): Decimal {
  const up = BigInt(Math.max(0, scale + by.scale - a.scale))
  const down = BigInt(Math.max(0, a.scale - by.scale - scale))
  return { units: rounded(a.units * 10n ** up, by.units * 10n ** down), scale }
}

const size = (n: bigint): bigint => (n < 0n ? -n : n)
function rounded(n: bigint, by: bigint): bigint {
  const quotient = (2n * size(n) + size(by)) / (2n * size(by))
  return n < 0n === by < 0n ? quotient : -quotient
}

/** «12.5»: without zeros that say nothing, unless `decimals` asks for so many. */
export function formatDecimal({ units, scale }: Decimal, decimals?: number): string {
  if (decimals !== undefined && scale !== decimals)
    return formatDecimal(divided({ units, scale }, { units: 1n, scale: 0 }, decimals), decimals)
  const digits = size(units)
    .toString()
    .padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale)
  const kept = decimals === undefined ? fraction.replace(/0+$/, '') : fraction
  return `${units < 0n ? '-' : ''}${whole}${kept === '' ? '' : `.${kept}`}`
}

/** A number with all its figures and no power of ten: 5e-7 is «0.0000005». */
export function figureText(n: number): string {
  const [figures = '', power] = String(n).split('e')
  if (power === undefined) return figures
  const [whole = '', fraction = ''] = figures.split('.')
  const scale = fraction.length - Number(power)
  return scale > 0 ? formatDecimal({ units: BigInt(whole + fraction), scale }) : `${whole}${fraction}${'0'.repeat(-scale)}`
}
