import { formatDay, parseDay } from '../../../../../kernel/period/day.ts'
import type { ImportReading, ImportView } from '../../../../../operations/dataset/import/views.ts'
import { Card, TableFrame } from '../../../components/card.tsx'
import { CheckField, ChoiceField, DayField } from '../../../components/field.tsx'
import { Notice } from '../../../components/notice.tsx'
import { NumberText, useSay } from '../../../components/reader.tsx'
import type { PlaceTyped } from './places-typed.ts'

/** Columns that name places: as of which day, and every text that is no unit on it, or several. [DAT-20] */
export function Places({ reading, typed, drafted }: { reading: ImportReading; typed: readonly PlaceTyped[] | null; drafted: Drafted }) {
  const say = useSay()
  const others = reading.columns.filter(({ name, type }) => type === 'text' && !reading.places.some(({ column }) => column === name))
  if (reading.places.length === 0 && others.length === 0) return null
  return (
    <Card id="dia-gioi" title={say('import.places')} note={say('import.places.lede')}>
      <div className="stack">
        {reading.places.map((place, i) => (
          <PlaceColumn
            key={place.column}
            of={place}
            i={i}
            label={labelOf(reading, place.column)}
            typed={typed?.[i]}
            drafted={drafted.find(({ column }) => column === place.column)}
          />
        ))}
        {others.length === 0 ? null : (
          <div className="frow">
            <ChoiceField
              id="dia-gioi-them"
              name="dia-gioi-them"
              label={say('import.places.add')}
              value=""
              optional
              choices={[{ value: '', label: say('import.places.add.none') }, ...others.map(({ name, label }) => ({ value: name, label }))]}
            />
            <DayField id="dia-gioi-them-ngay" name="dia-gioi-them-ngay" label={say('import.places.on')} value="" optional />
          </div>
        )}
        <p className="acts">
          <button className="btn" type="submit" name="viec" value="doc-lai" formNoValidate>
            {say('import.places.again')}
          </button>
          <span className="md muted">{say('import.places.again.hint')}</span>
        </p>
      </div>
    </Card>
  )
}

const labelOf = (reading: ImportReading, name: string): string => reading.columns.find((column) => column.name === name)?.label ?? name

type Place = ImportReading['places'][number]
type Drafted = NonNullable<ImportView['draft']>['places']
type DraftedOne = Drafted[number]

type ColumnProps = { of: Place; i: number; label: string; typed: PlaceTyped | undefined; drafted: DraftedOne | undefined }

function PlaceColumn({ of, i, label, typed, drafted }: ColumnProps) {
  const say = useSay()
  const day = parseDay(of.on)
  return (
    <fieldset className="stack">
      <legend className="vh">{label}</legend>
      <CheckField
        name={`dia-gioi-${i}`}
        label={say('import.places.column', { column: label, level: say(`level.${of.level}`) })}
        note={say('import.places.matched', { n: of.matched, of: of.texts })}
        checked={typed?.taken ?? drafted?.taken ?? of.from !== 'fit'}
      />
      <DayField
        id={`dia-gioi-ngay-${i}`}
        name={`dia-gioi-ngay-${i}`}
        label={say('import.places.on')}
        hint={say(`import.places.from.${of.from}`)}
        value={typed?.on ?? (day === null ? of.on : formatDay(day))}
      />
      {of.provinces.length === 0 ? null : (
        <ChoiceField
          id={`dia-gioi-tinh-${i}`}
          name={`dia-gioi-tinh-${i}`}
          label={say('import.places.province')}
          hint={say(`import.places.province.${of.province?.from ?? 'none'}`)}
          value={typed?.province ?? of.province?.id ?? 'none'}
          choices={[
            { value: 'none', label: say('import.places.province.any') },
            ...withOwn(of).map(({ id, name, texts }) => ({
              value: id,
              label: say('import.places.province.one', { name, n: texts, of: of.texts }),
            })),
          ]}
        />
      )}
      {of.unmatchedBefore === null || of.unmatched <= of.unmatchedBefore ? null : (
        <Notice kind="w">{say('import.places.lost', { n: of.unmatched, before: of.unmatchedBefore })}</Notice>
      )}
      <MissesOf of={of} i={i} label={label} typed={typed} drafted={drafted} />
    </fieldset>
  )
}

/** The one that was taken is among those that are offered, also where it has few of the names. */
const withOwn = ({ province, provinces }: Place): Place['provinces'] =>
  province === null || provinces.some(({ id }) => id === province.id) ? provinces : [{ ...province, texts: 0 }, ...provinces]

/** What is still open, and what was settled in the version before. */
function MissesOf(props: ColumnProps) {
  const say = useSay()
  const { of } = props
  if (of.misses.length === 0) return null
  const settled = of.misses.filter((miss) => miss.settled !== undefined).length
  const open = of.texts - of.matched
  const isCut = of.misses.length - settled < open
  return (
    <>
      {open === 0 ? null : (
        <Notice kind="w">{say(isCut ? 'import.places.misses-first' : 'import.places.misses', { n: open, shown: of.misses.length })}</Notice>
      )}
      {settled === 0 ? null : <Notice kind="o">{say('import.places.settled', { n: settled })}</Notice>}
      <Misses {...props} />
    </>
  )
}

function Misses({ of, i, label, typed, drafted }: ColumnProps) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: label })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col" className="n">
              {say('import.bad.row')}
            </th>
            <th scope="col">{say('import.bad.value')}</th>
            <th scope="col" className="n">
              {say('import.places.rows')}
            </th>
            <th scope="col">{say('import.bad.reason')}</th>
            <th scope="col">{say('import.places.is')}</th>
          </tr>
        </thead>
        <tbody>
          {of.misses.map((miss, j) => (
            <tr key={`${miss.at} ${miss.value}`}>
              <th scope="row" className="n" data-l={say('import.bad.row')}>
                <NumberText of={miss.at} />
              </th>
              <td data-l={say('import.bad.value')}>
                <bdi>{miss.value}</bdi>
              </td>
              <td className="n" data-l={say('import.places.rows')}>
                <NumberText of={miss.rows} />
              </td>
              <td data-l={say('import.bad.reason')}>{say(`import.places.why.${miss.why}`)}</td>
              <td data-l={say('import.places.is')}>
                {miss.candidates.length === 0 ? (
                  <span className="muted">{say('import.places.nothing-near')}</span>
                ) : (
                  <select
                    className="in in--s"
                    name={`dia-gioi-${i}-${j}`}
                    aria-label={`${say('import.places.is')}: ${miss.value}`}
                    defaultValue={typed?.is[j]?.place ?? drafted?.is.find(({ value }) => value === miss.value)?.place ?? miss.settled ?? ''}
                  >
                    <option value="">{say('import.places.leave')}</option>
                    {miss.candidates.map((each) => (
                      <option key={each.id} value={each.id}>
                        {each.name} ({each.code})
                      </option>
                    ))}
                  </select>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
