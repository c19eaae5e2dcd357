import type { Day } from '../period/day.ts'
import { borneNames } from './body/borne-names.ts'
import type { Extraction } from './extraction.ts'
import { citationsIn } from './identity/citations.ts'
import { aboutWhen, identityIn } from './identity/identity.ts'
import { tasksIn } from './order/tasks.ts'
import { withLetters } from './text/letters.ts'
import { joinLines } from './text/lines.ts'
import { read } from './text/reading.ts'
import { withMarks } from './text/unmarked.ts'

export { namesSeveral } from './body/bodies.ts'
export type * from './extraction.ts'
export { secretMarking } from './identity/marking.ts'
export { lettersIn } from './text/letters.ts'

export type ReadingOptions = { readonly issued?: Day; readonly names?: (on: Day | null) => readonly string[] }

/**
 * Reads a directive: who it is, what it cites, what it orders. Pure, deterministic, offline, linear in the length of the
 * text; it never throws, and a text that is no directive gives an empty reading.
 *
 * The stages stand in files of their own, in the order in which they run:
 *   reading     one dress for the text, with the way back to the original; unmarked: a telegram's words get their marks
 *   lines       paragraphs, items and their markers; what is head, recital, body, closing
 *   identity    number, type, issuer and day of the directive itself
 *   citations   every other document it names
 *   tasks       walks the items, carries subjects and deadlines forward, and asks for each sentence:
 *                 orders      is it an order, and to whom
 *                 bodies      what bodies are named here
 *                 roles       with whom, to whom it goes
 *                 deadlines   by when;  periods: how often
 * Rules are written in docs/spec/directive.md as DIR-n.
 *
 * @param text     decoded, as received: nothing needs to be normalised before
 * @param options  `issued`: the day of issue, where the text has none; gives a year to dates that lack one.
 *                 `names`: the bodies' names of a day, null: of today; asked once, for the day of the letter [DIR-38]
 */
export function readDirective(text: string, options: ReadingOptions = {}): Extraction {
  const unnamed = joinLines(withMarks(read(text)))
  const identity = identityIn(unnamed)
  const issued = identity.date ?? options.issued ?? aboutWhen(unnamed)
  const reading = options.names === undefined ? unnamed : { ...unnamed, borne: borneNames(options.names(issued)) }
  return {
    identity,
    citations: citationsIn(reading, identity.number, identity.date),
    tasks: withLetters(text, tasksIn(reading, identity, issued)),
  }
}
export { isClassOfBodies } from './body/body.ts'
