import type { Language } from '../../../../base/refusals.ts'
import { delimiters, encodings } from '../../../../kernel/dataset/csv-dialect.ts'
import type { ImportReading, ImportView } from '../../../../operations/dataset/import-views.ts'
import { Card, Facts } from '../../components/card.tsx'
import { ChoiceField } from '../../components/field.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import { sizeWords } from './marks.tsx'

/** How a file was read, all that was left out of it without being asked among that; and how it is read in another way. */
export function ReadAs({ of, reading }: { of: ImportView; reading: ImportReading }) {
  const say = useSay()
  const language = useLanguage()
  const n = numberWords(reading.rows, language)
  return (
    <Card id="cach-doc" title={say('import.read-as')}>
      <Facts
        of={[
          { term: say('import.file'), is: `${reading.format.toUpperCase()}, ${sizeWords(of.fileSize, language)}` },
          ...(reading.encoding === null ? [] : [{ term: say('import.read.encoding'), is: reading.encoding.toUpperCase() }]),
          ...(reading.delimiter === null
            ? []
            : [
                {
                  term: say('import.read.delimiter'),
                  is: reading.delimiter === '\t' ? say('import.read.delimiter.tab') : <code>{reading.delimiter}</code>,
                },
              ]),
          ...(reading.above === 0 ? [] : [{ term: say('import.read.above'), is: <Above reading={reading} /> }]),
          ...aroundFacts(reading, say, language),
          ...(reading.part === null ? [] : [{ term: say('import.part'), is: reading.part }]),
          ...(reading.parts.some(({ beside }) => beside === true)
            ? [
                {
                  term: say('import.beside'),
                  is: say(isBeside(reading) ? 'import.beside.one' : 'import.beside.whole', besideWords(reading)),
                },
              ]
            : []),
          ...(reading.merged === undefined
            ? []
            : [
                {
                  term: say('import.merged'),
                  is: say('import.merged.is', {
                    filled: numberWords(reading.merged.filled, language),
                    left: numberWords(reading.merged.left, language),
                  }),
                },
              ]),
          { term: say('import.read.looked'), is: say(reading.whole ? 'import.read.whole' : 'import.read.part', { n }) },
        ]}
      />
      {reading.encoding === null || reading.delimiter === null ? null : (
        <details>
          <summary>{say('import.dialect')}</summary>
          <div className="frow">
            <ChoiceField
              id="bang-ma"
              name="bang-ma"
              label={say('import.read.encoding')}
              value={reading.encoding}
              choices={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
            />
            <ChoiceField
              id="dau-cach"
              name="dau-cach"
              label={say('import.read.delimiter')}
              value={reading.delimiter}
              choices={delimiters.map((value) => ({ value, label: value === '\t' ? say('import.read.delimiter.tab') : value }))}
            />
          </div>
          <p className="acts">
            <button className="btn" type="submit" name="viec" value="doc-lai" formNoValidate>
              {say('import.dialect.again')}
            </button>
          </p>
        </details>
      )}
      {reading.parts.length < 2 ? null : (
        <div className="again">
          <ChoiceField
            id="phan"
            name="phan"
            label={say('import.part.choose')}
            value={reading.part ?? ''}
            choices={reading.parts.map(({ name, rows, hidden }) => ({
              value: name,
              label: say(hidden === true ? 'import.part.hidden' : 'import.part.rows', { name, n: numberWords(rows, language) }),
            }))}
          />
          <p className="acts">
            <button className="btn" type="submit" name="viec" value="doc-lai" formNoValidate>
              {say('import.part.again')}
            </button>
          </p>
        </div>
      )}
    </Card>
  )
}

/** What stands above the headings, so that one that is a heading is seen. [DAT-109] */
function Above({ reading: { above, around } }: { reading: ImportReading }) {
  const say = useSay()
  const language = useLanguage()
  const lines = around?.above ?? []
  if (lines.length === 0) return numberWords(above, language)
  return (
    <details>
      <summary>{numberWords(above, language)}</summary>
      <ul className="plain">
        {lines.map(({ at, value }) => (
          <li key={at}>
            <bdi>{say('import.column.miss', { at, value })}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}

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

function aroundFacts({ around, columns }: ImportReading, say: ReturnType<typeof useSay>, language: Language): readonly Fact[] {
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

function hiddenWords({ rows, first, columns }: Hidden, say: ReturnType<typeof useSay>, language: Language): string {
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
