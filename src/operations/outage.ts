import type { Refusal } from '../base/refusals.ts'

/**
 * An accident that a person can understand and somebody can mend: the database does not answer, its disk is full.
 * Thrown, because it is no answer to what was asked; a door says its sentence and logs the cause, as of any accident.
 */
export class Outage extends Error {
  override readonly name = 'Outage'
  readonly refusal: Refusal

  constructor(refusal: Refusal, cause: unknown) {
    super(refusal.code, { cause })
    this.refusal = refusal
  }
}
