import { type Extraction, readDirective } from '../../kernel/directive/directive.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { DocumentPorts } from './ports.ts'

/** Reads a letter with the names that the register has on its day; without a day, on the day it is read. [DIR-38] */
export async function readLetter(
  ports: Pick<DocumentPorts, 'bodies'>,
  text: string,
  { issued, today }: { readonly issued: Day | null; readonly today: Day },
): Promise<Extraction> {
  const borne = await ports.bodies.borne()
  return readDirective(text, { ...(issued === null ? {} : { issued }), names: (on) => borne(on ?? today) })
}
