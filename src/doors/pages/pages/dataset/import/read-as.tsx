import { delimiters, encodings } from '../../../../../kernel/dataset/format/csv-dialect.ts'
import type { ImportReading, ImportView } from '../../../../../operations/dataset/import/views.ts'
import { toldOf } from '../../../../told-of-reading.ts'
import { Card, Facts } from '../../../components/card.tsx'
import { ChoiceField } from '../../../components/field.tsx'
import { useLanguage, useSay } from '../../../components/reader.tsx'
import { numberWords } from '../../../dates.ts'
import { sizeWords } from '../marks.tsx'
import { ReadAgain } from './read-again.tsx'

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
          ...toldOf(reading, say, language),
          ...(reading.part === null ? [] : [{ term: say('import.part'), is: reading.part }]),
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
          <ReadAgain label={say('import.dialect.again')} />
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
          <ReadAgain label={say('import.part.again')} />
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
