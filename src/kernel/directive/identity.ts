import type { DirectiveIdentity } from './extraction.ts'
import type { Reading } from './reading.ts'
import { dateAt } from './dates.ts'
import { numbersIn, typeOfNumber } from './numbers.ts'

export function identityIn(reading: Reading): DirectiveIdentity {
  const head = reading.text.slice(0, 4000)
  const first = numbersIn(head)[0]
  const place = /ngày (?=\d)/u.exec(reading.lower)
  return {
    number: first?.number ?? null,
    type: first === undefined ? null : typeOfNumber(first.number),
    issuer: null,
    date: place === null ? null : (dateAt(reading.lower, place.index + 5)?.day ?? null),
  }
}
