import { type Comparable, isOfProvinces } from '../../../../../kernel/dataset/comparable.ts'
import { measures } from '../../../../../kernel/place/carry.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { ChoiceField, TextField } from '../../../components/field.tsx'
import { useSay } from '../../../components/reader.tsx'
import { ViewForm } from './view-form.tsx'

/** The first day of the thirty-four provinces, and the last of the sixty-three. @source Nghị quyết 202/2025/QH15 */
export const NEW = '2025-07-01'
export const OLD = '2025-06-30'

export type Chosen = {
  /** `tinh`: units below are told as their province. */
  readonly to: string
  /** `ghi-ro`: what lacks a unit is told of the others. */
  readonly gaps: string
  readonly of: string
  readonly at: string
  readonly measure: string
  readonly weights: string
  readonly weightsAt: string
  readonly tests: readonly string[]
}

/** What is chosen of a table told of other units: figure, day, level, time, measure and weights, all in the address. [DAT-40] */
type ChooseProps = { of: DatasetView; fits: Comparable; chosen: Chosen; by: string; hasGaps: boolean }

export function Choose({ of, fits, chosen, by, hasGaps }: ChooseProps) {
  const say = useSay()
  const own = fits.figures
    .filter(({ column }) => column.name !== (chosen.of === '' ? fits.figures[0]?.column.name : chosen.of))
    .map(({ column }) => ({ value: `${of.slug}:${column.name}`, label: say('carried.weights.own', { column: column.label }) }))
  const isBelow = !isOfProvinces(fits)
  // the register has outlines of provinces alone
  const areas = isBelow && chosen.weights !== 'area' ? [] : [{ value: 'area', label: say('carried.weights.area') }]
  const isElsewhere = !['', 'area', ...own.map(({ value }) => value)].includes(chosen.weights)
  const others = isElsewhere ? [{ value: chosen.weights, label: chosen.weights }] : []
  return (
    <ViewForm slug={of.slug} label={say('dataset.view.carried')}>
      <input type="hidden" name="xem" value="dia-gioi" />
      {chosen.tests.map((test) => (
        <input key={test} type="hidden" name="loc" value={test} />
      ))}
      <ChoiceField
        id="so"
        name="so"
        label={say('carried.figure')}
        value={chosen.of}
        choices={fits.figures.map(({ column }) => ({ value: column.name, label: column.label }))}
      />
      <ChoiceField
        id="theo"
        name="theo"
        label={say('carried.by')}
        value={by < NEW ? 'cu' : 'moi'}
        choices={[
          { value: 'moi', label: say('carried.by.new') },
          { value: 'cu', label: say('carried.by.old') },
        ]}
      />
      {!isBelow ? null : (
        <ChoiceField
          id="cap"
          name="cap"
          label={say('carried.level')}
          value={chosen.to}
          choices={[
            { value: '', label: say('carried.level.own') },
            { value: 'tinh', label: say('carried.level.province') },
          ]}
        />
      )}
      {fits.time === null ? null : (
        <TextField id="luc" name="luc" label={fits.time.label} placeholder={say('carried.at.hint')} value={chosen.at} />
      )}
      <ChoiceField
        id="gop"
        name="gop"
        label={say('carried.measure')}
        value={chosen.measure}
        choices={[
          { value: '', label: say('carried.measure.own') },
          ...measures.map((value) => ({ value, label: say(`carried.measure.${value}`) })),
        ]}
      />
      <ChoiceField
        id="trong-so"
        name="trong-so"
        label={say('carried.weights')}
        value={chosen.weights}
        choices={[{ value: '', label: say('carried.weights.none') }, ...areas, ...own, ...others]}
      />
      {others.length === 0 ? null : (
        <TextField
          id="trong-so-luc"
          name="trong-so-luc"
          label={say('carried.weights.at')}
          placeholder={say('carried.weights.at.hint')}
          value={chosen.weightsAt}
        />
      )}
      {!hasGaps && chosen.gaps === '' ? null : (
        <ChoiceField
          id="thieu"
          name="thieu"
          label={say('carried.gaps')}
          value={chosen.gaps}
          choices={[
            { value: '', label: say('carried.gaps.leave') },
            { value: 'ghi-ro', label: say('carried.gaps.tell') },
          ]}
        />
      )}
      <button className="btn" type="submit">
        {say('carried.show')}
      </button>
    </ViewForm>
  )
}
