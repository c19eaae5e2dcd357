/**
 * Answers that may be refusals.
 *
 * A refusal is an expected answer ("no such task", "that date is none") and is a value with a permanent code; an
 * accident (a database that is down) is thrown and caught once, in the door. `src/base/refusals.ts` has one row a code.
 */
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused<R> = { readonly ok: false; readonly refusal: R }
export type Result<T, R> = Ok<T> | Refused<R>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refuse = <R>(refusal: R): Refused<R> => ({ ok: false, refusal })
