import type { Language } from '../base/refusals.ts'
import type { Say } from '../base/text/text.ts'
import type { ImportReading } from '../operations/dataset/import/views.ts'
import { numberWords } from './pages/dates.ts'

/** What was understood of a file without being asked, as the page of an import shows it and the command line says it. [DAT-109] */
export function toldOf(reading: ImportReading, say: Say, language: Language): readonly Fact[] {
  const { parts, merged } = reading
  const out = (from: 'asked' | 'before') => reading.columns.filter(({ leftOut }) => leftOut === from).map(({ label }) => label)
  return [
    ...aroundFacts(reading, say, language),
    ...(parts.some(({ beside }) => beside === true)
      ? [{ term: say('import.beside'), is: say(isBeside(reading) ? 'import.beside.one' : 'import.beside.whole', besideWords(reading)) }]
      : []),
    ...(['asked', 'before'] as const).flatMap((from) =>
      out(from).length === 0
        ? []
        : [{ term: say('import.columns-out'), is: say(`import.columns-out.${from}`, { columns: out(from).join(', ') }) }],
    ),
    ...renamedWords(reading).map((of) => ({ term: say('import.was'), is: say(`import.was.${of.from}`, of) })),
    ...(reading.heights === undefined ? [] : [{ term: say('import.heights'), is: say('import.heights.is') }]),
    ...(merged === undefined
      ? []
      : [
          {
            term: say('import.merged'),
            is: say('import.merged.is', { filled: numberWords(merged.filled, language), left: numberWords(merged.left, language) }),
          },
        ]),
  ]
}

const renamedWords = ({ columns }: ImportReading) =>
  columns.flatMap(({ label, was }) => (was === undefined ? [] : [{ from: was.from, column: label, was: was.label }]))

/** Several tables stand in it, and one is read; or a column is empty, and it is read whole. [DAT-110] */
const isBeside = ({ parts, part }: ImportReading): boolean => parts.some(({ name, beside }) => name === part && beside === true)
const besideWords = ({ parts, part }: ImportReading) => ({
  part: part ?? '',
  others: parts
    .filter(({ name, beside }) => beside === true && name !== part)
    .map(({ name }) => name)
    .join(', '),
})

type Fact = { readonly term: string; readonly is: string }

function aroundFacts({ around, columns }: ImportReading, say: Say, language: Language): readonly Fact[] {
  if (around === undefined) return []
  const { title, unit, heads, units, counted, hidden } = around
  const isTaken = columns.some(({ unitAbove }) => unitAbove !== undefined)
  const line = (at: number): string => numberWords(at, language)
  return [
    ...(title === null
      ? []
      : [{ term: say('import.around.title'), is: say('import.around.title.is', { at: line(title.at), value: title.value }) }]),
    ...(unit === null
      ? []
      : [
          {
            term: say('import.around.unit'),
            is: say(isTaken ? 'import.around.unit.is' : 'import.around.unit.none', { at: line(unit.at), value: unit.value }),
          },
        ]),
    ...(heads === null
      ? []
      : [{ term: say('import.around.heads'), is: say('import.around.heads.is', { first: line(heads.first), last: line(heads.last) }) }]),
    ...(units === null ? [] : [{ term: say('import.around.units'), is: say('import.around.units.is', { at: line(units) }) }]),
    ...(counted === null ? [] : [{ term: say('import.around.counted'), is: say('import.around.counted.is', { at: line(counted) }) }]),
    ...(hidden === null ? [] : [{ term: say('import.around.hidden'), is: hiddenWords(hidden, say, language) }]),
  ]
}

type Hidden = NonNullable<NonNullable<ImportReading['around']>['hidden']>

function hiddenWords({ rows, first, columns }: Hidden, say: Say, language: Language): string {
  const lines = first.map((at) => numberWords(at, language)).join(', ')
  const said = [
    ...(rows === 0
      ? []
      : [
          say(rows > first.length ? 'import.around.hidden.rows-first' : 'import.around.hidden.rows', {
            n: numberWords(rows, language),
            lines,
          }),
        ]),
    ...(columns.length === 0 ? [] : [say('import.around.hidden.columns', { columns: columns.join(', ') })]),
  ]
  return say('import.around.hidden.is', { what: said.join('; ') })
}
