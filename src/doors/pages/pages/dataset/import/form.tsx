import type { Language, Refusal } from '../../../../../base/refusals.ts'
import { totalsWays } from '../../../../../kernel/dataset/sheet/totals.ts'
import { moreIn } from '../../../../../kernel/dataset/understanding/whole-file.ts'
import type { ImportReading, ImportView } from '../../../../../operations/dataset/import/views.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { datasetHref, importHref } from '../../../addresses.ts'
import { Card } from '../../../components/card.tsx'
import { ChoiceField, DayField, TextField } from '../../../components/field.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useLanguage, useSay } from '../../../components/reader.tsx'
import { numberWords } from '../../../dates.ts'
import { DescribeFields, nothingDescribed } from '../describe-fields.tsx'
import { AskedFirst, Conclude } from './asked.tsx'
import { Columns, isLeftOut, Preview } from './columns.tsx'
import { Coordinates } from './coordinates.tsx'
import { KeyFields } from './key.tsx'
import { PersonalField } from './personal-field.tsx'
import { Places } from './places.tsx'
import { proposedTitle } from './proposed-title.ts'
import { ReadAs } from './read-as.tsx'
import { readingMark } from './reading-mark.ts'
import { Renamed } from './renamed.tsx'
import type { ImportTyped } from './typed.ts'

/** What was understood of a file, to be looked at, answered and corrected before anything is kept. [DAT-1] */
export function ImportForm({
  of,
  dataset,
  typed,
  refusal,
}: {
  of: ImportView
  dataset: DatasetView | null
  typed: ImportTyped | null
  refusal: Refusal | null
}) {
  const say = useSay()
  const { reading } = of
  if (reading === null) return null
  const title = proposedTitle(of)
  const drafted = of.draft === null ? nothingDescribed : of.draft
  return (
    <form method="post" action={importHref(of.id)} className="stack">
      <input type="hidden" name="ban-doc" value={readingMark(of)} />
      {refusal?.code === 'import-same-title' ? <SameTitle slug={String(refusal.data?.['slug'] ?? '')} /> : null}
      {reading.same !== true || reading.follows === null ? null : (
        <SameFile n={reading.follows} isRefused={refusal?.code === 'import-same-file'} />
      )}
      {refusal?.code === 'import-meanwhile' ? <Meanwhile /> : null}
      <AskedFirst reading={reading} typed={typed} />
      {dataset === null ? (
        <div className="grid g-task">
          <Card id="bo-du-lieu" title={say('import.about')}>
            <DescribeFields
              of={typed?.about ?? { ...drafted, title: drafted.title === '' ? title : drafted.title }}
              unknownBody={typed?.unknownBody === true}
              titleFrom={reading.around?.title ?? null}
              more={moreIn(
                { ...reading, besides: reading.besides },
                false,
                reading.columns.some(({ leftOut }) => leftOut !== undefined),
              )}
            />
          </Card>
          <div className="stack">
            <ReadAs of={of} reading={reading} />
            <How of={of} reading={reading} dataset={dataset} typed={typed} />
          </div>
        </div>
      ) : (
        <div className="grid g-1-1">
          <ReadAs of={of} reading={reading} />
          <How of={of} reading={reading} dataset={dataset} typed={typed} />
        </div>
      )}
      {dataset === null ? null : <Renamed reading={reading} known={new Set(dataset.columns.map(({ name }) => name))} />}
      <Coordinates of={reading.coordinates} chosen={typed?.crs ?? of.draft?.crs ?? null} province={typed?.province ?? null} />
      <Places reading={reading} typed={typed?.places ?? null} drafted={of.draft?.places ?? []} />
      <Card id="cac-cot" title={say('import.columns')} note={say('import.columns.lede')} flush>
        <Columns reading={reading} typed={typed} />
      </Card>
      <Card id="xem-truoc" title={say('import.preview')} flush>
        <Preview reading={reading} />
      </Card>
      <PersonalField
        of={reading.columns.filter((of, i) => !isLeftOut({ of, typed: typed?.columns[i] }))}
        isAsked={refusal?.code === 'import-asks-personal'}
        confirmed={typed?.personal === true}
        mayLeaveOut
      />
      <Conclude reading={reading} typed={typed} isReadAgain={of.draft !== null} />
    </form>
  )
}

/** Another dataset has this title: which of the two is meant is for a person to say. */
function SameTitle({ slug }: { slug: string }) {
  const say = useSay()
  return (
    <Card id="cung-ten" title={say('import.same')}>
      <p className="md">
        {say('import.same.why')} <a href={datasetHref(slug)}>{say('import.same.open')}</a>
      </p>
      <input type="hidden" name="bo-cung-ten" value={slug} />
      <p className="acts after">
        <button className="btn btn--p" type="submit" name="viec" value="phien-ban" formNoValidate>
          {say('import.same.version')}
        </button>
        <button className="btn" type="submit" name="viec" value="nhap-moi">
          {say('import.same.new')}
        </button>
      </p>
    </Card>
  )
}

/** Its file is that of the current version: told before anything is confirmed, and asked where nothing is said otherwise. [DAT-43] */
function SameFile({ n, isRefused }: { n: number; isRefused: boolean }) {
  const say = useSay()
  if (!isRefused)
    return (
      <Notice kind="w">
        <b>{say('import.same-file', { n })}.</b> {say('import.same-file.why')}
      </Notice>
    )
  return (
    <Card id="cung-tep" title={say('import.same-file', { n })}>
      <p className="md">{say('import.same-file.why')}</p>
      <p className="acts after">
        <button className="btn" type="submit" name="viec" value="nhap-lai">
          {say('import.same-file.take')}
        </button>
        <button className="btn btn--d" type="submit" name="viec" value="dung" formNoValidate>
          {say('import.same-file.stop')}
        </button>
      </p>
    </Card>
  )
}

/** Somebody else brought in a version since the file was read: it is read again, against that one. [DAT-92] */
function Meanwhile() {
  const say = useSay()
  return (
    <p className="acts">
      <button className="btn btn--p" type="submit" name="viec" value="doc-lai" formNoValidate>
        {say('import.reread')}
      </button>
    </p>
  )
}

const totalsWords = ({ n, first }: NonNullable<ImportReading['totals']>, language: Language) => ({
  n: numberWords(n, language),
  rows: first.map(({ at, value }) => `${numberWords(at, language)} («${value}»)`).join(', '),
})

function How({
  of,
  reading,
  dataset,
  typed,
}: {
  of: ImportView
  reading: ImportReading
  dataset: DatasetView | null
  typed: ImportTyped | null
}) {
  const say = useSay()
  const language = useLanguage()
  const { draft } = of
  return (
    <Card id="cach-nhap" title={say('imports.heading')}>
      {reading.asksHead ? (
        <ChoiceField
          id="dong-dau"
          name="dong-dau"
          label={say('import.head.ask')}
          value={typed?.hasHead ?? draft?.hasHead ?? ''}
          choices={[
            { value: '', label: say('import.column.ask') },
            { value: 'true', label: say('import.head.yes') },
            { value: 'false', label: say('import.head.no') },
          ]}
        />
      ) : null}
      {reading.totals === null && reading.notes === null ? null : (
        <ChoiceField
          id="dong-cong"
          name="dong-cong"
          label={say(reading.notes === null ? 'import.totals' : 'import.notes')}
          hint={[
            ...(reading.totals === null ? [] : [say('import.totals.are', totalsWords(reading.totals, language))]),
            ...(reading.notes === null ? [] : [say('import.notes.are', totalsWords(reading.notes, language))]),
          ].join('. ')}
          value={typed?.totals ?? draft?.totals ?? 'leave-out'}
          choices={totalsWays.map((value) => ({ value, label: say(`import.totals.${value}`) }))}
        />
      )}
      <KeyFields of={of} reading={reading} dataset={dataset} typed={typed?.key ?? null} />
      <ChoiceField
        id="dong-loi"
        name="dong-loi"
        label={say('import.bad-rows')}
        value={typed?.bad ?? draft?.bad ?? 'stop'}
        choices={(['stop', 'leave-out'] as const).map((value) => ({ value, label: say(`import.bad.${value}`) }))}
      />
      <DayField id="tinh-den" name="tinh-den" label={say('import.valid-on')} value={typed?.validOn ?? draft?.validOn ?? ''} optional />
      <TextField id="ghi-chu" name="ghi-chu" label={say('import.note')} value={typed?.note ?? draft?.note ?? ''} optional />
    </Card>
  )
}
