import type { ImportReading } from '../../../../../operations/dataset/import/views.ts'
import { Card } from '../../../components/card.tsx'
import { ChoiceField, TextField } from '../../../components/field.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useSay } from '../../../components/reader.tsx'
import { crsWords } from '../../../crs-words.ts'
import { ReadAgain } from './read-again.tsx'

/** In which system the coordinates of a file are: said by the file, or proposed by where they would lie. [DAT-22] */
export function Coordinates({
  of,
  chosen,
  province,
}: {
  of: ImportReading['coordinates']
  chosen: string | null
  province: string | null
}) {
  const say = useSay()
  if (of === null || (of.from === 'degrees' && of.beyond === undefined)) return null
  const isPair = of.columns.length === 2
  const best = of.lies[0]
  const known = of.crs !== null && of.lies.every(({ crs }) => crs !== of.crs) ? [of.crs] : []
  return (
    <Card
      id="toa-do"
      title={say('import.crs')}
      note={say('import.crs.lede', { n: of.points, columns: [...of.columns, ...of.also].join(', ') })}
    >
      <div className="stack">
        {best === undefined ? <Notice kind="w">{say('import.crs.nowhere')}</Notice> : null}
        {of.beyond === undefined ? null : (
          <Notice kind="w">{say('import.crs.beyond', { n: of.beyond.n, of: of.points, lines: linesOf(of.beyond.first) })}</Notice>
        )}
        {best?.elsewhere == null ? null : (
          <Notice kind="w">
            {say('import.crs.elsewhere', {
              n: best.elsewhere.n,
              of: of.points,
              place: best.elsewhere.name,
              province: of.province?.name ?? '',
            })}
          </Notice>
        )}
        {(best?.strays?.n ?? 0) === 0 ? null : (
          <Notice kind="w">
            {say('import.crs.strays', {
              n: best?.strays?.n ?? 0,
              of: of.points,
              lines: linesOf(best?.strays?.first ?? []),
            })}
          </Notice>
        )}
        <ChoiceField
          id="he-toa-do"
          name="he-toa-do"
          label={say('import.crs.choose')}
          hint={say(`import.crs.from.${of.from}`)}
          value={chosen ?? of.crs ?? ''}
          choices={[
            { value: '', label: say(isPair ? 'import.crs.none' : 'import.crs.ask') },
            ...known.map((crs) => ({ value: crs, label: crsWords(crs, say) })),
            ...of.lies.map(({ crs, inside, elsewhere, own }) => ({
              value: crs,
              label: [
                crsWords(crs, say),
                elsewhere === null
                  ? say('import.crs.inside', { n: inside, of: of.points, province: of.province?.name ?? '' })
                  : say('import.crs.inside', { n: elsewhere.n, of: of.points, province: elsewhere.name }),
                ...(own ? [say('import.crs.own')] : []),
              ].join(' · '),
            })),
          ]}
        />
        <TextField
          id="tinh-toa-do"
          name="tinh-toa-do"
          label={say('import.crs.province')}
          hint={say('import.crs.province.hint')}
          value={province ?? of.province?.name ?? ''}
        />
        <ReadAgain label={say('import.crs.again')} />
      </div>
    </Card>
  )
}

const linesOf = (first: readonly { readonly at: number; readonly value: string }[]): string =>
  first.map(({ at, value }) => `${at} (${value})`).join('; ')
