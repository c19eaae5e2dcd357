import { forms as knownForms } from '../../../../../kernel/dataset/cell/column.ts'
import { formatDay, parseDay } from '../../../../../kernel/period/day.ts'
import { datasetGet } from '../../../../../operations/dataset/get-dataset.ts'
import { importCommit } from '../../../../../operations/dataset/import/commit-import.ts'
import { importReread } from '../../../../../operations/dataset/import/reread-import.ts'
import type { ImportReading, ImportView } from '../../../../../operations/dataset/import/views.ts'
import { importHref } from '../../../addresses.ts'
import { type Answer, type Asked, type Form, redirect } from '../../../page.ts'
import { custodianTyped } from '../custodian.ts'
import { described, describeTyped } from '../describe-fields.tsx'
import { keyShown } from './key.tsx'
import { confirmed, isConfirmed } from './personal-field.tsx'
import { type PlaceTyped, placesTyped, settledIn } from './places-typed.ts'
import { proposedTitle } from './proposed-title.ts'
import { readingMark } from './reading-mark.ts'
import { renamedTyped } from './renamed.tsx'
import type { ImportProblem, ImportTyped } from './typed.ts'

/** What was answered and corrected on the page of an import, as the operation takes it. */
export async function commit(
  asked: Asked,
  one: ImportView,
  form: Form,
  show: (problem: ImportProblem) => Promise<Answer>,
  all: { readonly sameTitle?: 'new'; readonly sameFile?: 'take' } = {},
): Promise<Answer> {
  const typed = importTyped(one, form)
  if (isOfOther(one, form)) return show(ofBefore(one, typed))
  if (isReadOtherwise(one, typed, form)) return reread(asked, one, form, show)
  const isNew = one.dataset === null
  const custodian = isNew ? await custodianTyped(asked, typed.about.custodian) : { id: null }
  if (custodian === 'unknown')
    return show({
      refusal: {
        code: 'bad-value',
        data: { name: 'custodian', reason: asked.say('import.custodian.unknown', { name: typed.about.custodian }) },
      },
      typed: { ...typed, unknownBody: true },
      field: 'don-vi',
    })
  const done = await asked.ask(importCommit, {
    id: one.id,
    columns: typed.columns.map(({ name, type, form: how, unit, meaning, measure, leftOut }, i) => ({
      name,
      leftOut,
      ...(type === '' ? {} : { type }),
      form: knownForms.find((known) => known === how) ?? null,
      unit: unit === '' ? null : unit,
      meaning: meaning === '' ? null : meaning,
      // left as nobody said it, it is not said
      ...(measure === null || measure === (one.reading?.columns[i]?.measure ?? '') ? {} : { measure: measure === '' ? null : measure }),
    })),
    places: takenPlaces(typed).map((place) => ({ column: place.column, is: settledIn(one, place) })),
    ...(typed.crs === '' ? {} : { crs: typed.crs }),
    ...(typed.hasHead === '' ? {} : { hasHead: typed.hasHead }),
    key: typed.key,
    bad: typed.bad,
    totals: typed.totals,
    ...(isNew ? described(typed.about, custodian.id) : {}),
    ...(typed.validOn === '' ? {} : { validOn: typed.validOn }),
    ...(typed.note === '' ? {} : { note: typed.note }),
    ...confirmed(typed.personal),
    draft: draftOf(typed, one, await keyStood(asked, one)),
    ...all,
  })
  if (done.ok) return redirect(importHref(one.id))
  const { code, data } = done.refusal
  const column = one.reading?.columns.findIndex(({ label }) => label === data?.['column']) ?? -1
  return show({
    refusal: done.refusal,
    typed,
    field:
      code === 'import-unanswered' && column >= 0
        ? `cach-${column}`
        : code === 'import-asks-type' && column >= 0
          ? `kieu-${column}`
          : code === 'bad-day'
            ? 'tinh-den'
            : code === 'import-asks-crs'
              ? 'he-toa-do'
              : code === 'import-out-key'
                ? 'khoa'
                : code === 'import-out-all'
                  ? 'cac-cot'
                  : code === 'import-asks-personal'
                    ? 'du-lieu-ca-nhan'
                    : 'ten',
  })
}

/** Has the file read again, as of the days that were typed; or as a version of a dataset. */
export async function reread(
  asked: Asked,
  one: ImportView,
  form: Form,
  show: (problem: ImportProblem) => Promise<Answer>,
  dataset: string | null = null,
): Promise<Answer> {
  const typed = importTyped(one, form)
  if (isOfOther(one, form)) return show(ofBefore(one, typed))
  const added = form.text('dia-gioi-them')
  const done = await asked.ask(importReread, {
    id: one.id,
    columns: withRenamed(corrected(one, typed), renamedTyped(one.reading, form)),
    draft: draftOf(typed, one, await keyStood(asked, one)),
    ...(dataset === null ? {} : { dataset }),
    ...(form.text('phan') === '' ? {} : { part: form.text('phan') }),
    ...(differs(form, 'bang-ma', one.reading?.encoding) ? { encoding: form.text('bang-ma') } : {}),
    ...(differs(form, 'dau-cach', one.reading?.delimiter) ? { delimiter: form.text('dau-cach') } : {}),
    ...(typed.province === '' || typed.province === one.reading?.coordinates?.province?.name ? {} : { province: typed.province }),
    places: [
      ...takenPlaces(typed).map(({ column, on, province }) => ({
        column,
        on,
        ...(isProvinceSaid(one, column, province) ? { province } : {}),
      })),
      ...(added === '' ? [] : [{ column: added, on: form.text('dia-gioi-them-ngay').trim() }]),
    ],
  })
  return done.ok
    ? redirect(importHref(one.id))
    : show({ refusal: done.refusal, typed, field: done.refusal.code === 'not-found' ? 'tinh-toa-do' : 'dia-gioi' })
}

/** Its fields are those of columns by their place: of another reading, in another tab, they would be said of others. [DAT-1] */
const isOfOther = (one: ImportView, form: Form): boolean => one.state !== 'done' && form.text('ban-doc') !== readingMark(one)

const ofBefore = (one: ImportView, typed: ImportTyped): ImportProblem => ({
  refusal: { code: 'columns-meanwhile' },
  typed: {
    ...typed,
    columns: [],
    places: [],
    crs: one.reading?.coordinates?.crs ?? '',
    hasHead: '',
    key: typed.key.filter((name) => one.reading?.columns.some((column) => column.name === name) === true),
  },
  field: 'cac-cot',
})

async function keyStood(asked: Asked, one: ImportView): Promise<readonly string[]> {
  const dataset = one.dataset === null ? null : await asked.ask(datasetGet, { id: one.dataset })
  return keyShown(one, dataset?.ok === true ? dataset.value : null)
}

/** As it was typed. A key, or a system of coordinates, that was only proposed gives way to what the next reading proposes. [DAT-47] */
const draftOf = (
  { about, key, bad, totals, validOn, note, hasHead, crs, places }: ImportTyped,
  one: ImportView,
  stood: readonly string[],
) => ({
  ...about,
  title: about.title === proposedTitle(one) ? '' : about.title,
  key: key.join() === stood.join() ? one.draft?.key : key,
  bad,
  totals,
  validOn,
  note,
  hasHead,
  ...(crs === '' || crs === one.reading?.coordinates?.crs ? {} : { crs }),
  places: places.map((place) => ({
    column: place.column,
    taken: place.taken,
    is: settledIn(one, place).map(({ value, place: unit }) => ({ value, place: unit ?? '' })),
  })),
})

/** How a file is to be read was chosen, and it is not read so yet: that comes first, for nobody has seen what comes of it. [DAT-1] */
function isReadOtherwise(one: ImportView, typed: ImportTyped, form: Form): boolean {
  const { reading } = one
  if (reading === null) return false
  const isOther = ({ taken, on, province }: PlaceTyped, i: number): boolean => {
    const read = reading.places[i]
    const day = parseDay(read?.on ?? '')
    if (!taken || read === undefined) return false
    return ![read.on, day === null ? '' : formatDay(day)].includes(on) || isProvinceSaid(one, read.column, province)
  }
  return (
    differs(form, 'phan', reading.part) ||
    differs(form, 'bang-ma', reading.encoding) ||
    differs(form, 'dau-cach', reading.delimiter) ||
    form.text('dia-gioi-them') !== '' ||
    (typed.province !== '' && typed.province !== reading.coordinates?.province?.name) ||
    typed.places.some(isOther) ||
    renamedTyped(reading, form).length > 0 ||
    typed.columns.some((column, i) => isSeenFirst(reading, column, i))
  )
}

/** One that stands as it was read was proposed, or said before: the form alone makes no answer of it. [DAT-117] */
function isProvinceSaid({ reading }: ImportView, column: string, province: string): boolean {
  const read = reading?.places.find((place) => place.column === column)
  return province !== '' && province !== (read?.province?.id ?? 'none')
}

/** Taken again it is to be looked at; without it others may mean something else. [DAT-104] */
function isSeenFirst(
  { columns, places, coordinates }: ImportReading,
  { name, leftOut }: ImportTyped['columns'][number],
  i: number,
): boolean {
  const isOut = columns[i]?.leftOut !== undefined
  if (leftOut === isOut) return false
  return isOut || places.some(({ within }) => within === name) || (coordinates?.columns.includes(name) ?? false)
}

/** A column that is left out names no places. */
const takenPlaces = ({ places, columns }: ImportTyped): readonly PlaceTyped[] =>
  places.filter(({ taken, column }) => taken && columns.every(({ name, leftOut }) => name !== column || !leftOut))

const differs = (form: Form, name: string, read: string | null | undefined): boolean => form.text(name) !== '' && form.text(name) !== read

/** Of each column what stands otherwise than it was read: that is what a person said. */
function corrected(one: ImportView, typed: ImportTyped): readonly { readonly name: string }[] {
  return typed.columns.flatMap(({ name, ...own }, i) => {
    const read = one.reading?.columns[i]
    if (read === undefined) return []
    const form = knownForms.find((known) => known === own.form) ?? null
    const said = {
      ...(own.type === '' || (own.type === read.type && read.nearly === undefined) ? {} : { type: own.type }),
      ...(form === read.form ? {} : { form }),
      ...(own.unit === (read.unit ?? '') ? {} : { unit: own.unit === '' ? null : own.unit }),
      ...(own.meaning === (read.meaning ?? '') ? {} : { meaning: own.meaning === '' ? null : own.meaning }),
      ...(own.leftOut === (read.leftOut !== undefined) ? {} : { leftOut: own.leftOut }),
      ...(own.measure === null || own.measure === (read.measure ?? '') ? {} : { measure: own.measure === '' ? null : own.measure }),
    }
    return Object.keys(said).length === 0 ? [] : [{ name, ...said }]
  })
}

/** What a column was stands beside what else was said of it. */
const withRenamed = (columns: readonly { readonly name: string }[], renamed: ReturnType<typeof renamedTyped>): readonly object[] => [
  ...columns.map((one) => ({ ...one, ...renamed.find(({ name }) => name === one.name) })),
  ...renamed.filter(({ name }) => columns.every((one) => one.name !== name)),
]

const heads = ['', 'true', 'false'] as const

const importTyped = (one: ImportView, form: Form): ImportTyped => ({
  columns: (one.reading?.columns ?? []).map(({ name }, i) => ({
    name,
    type: form.text(`kieu-${i}`),
    form: form.text(`cach-${i}`),
    unit: form.text(`don-vi-${i}`).trim(),
    meaning: form.text(`y-nghia-${i}`).trim(),
    measure: form.all(`gop-${i}`)[0] ?? null,
    leftOut: form.text(`bo-cot-${i}`) === '1',
  })),
  places: placesTyped(one, form),
  crs: form.text('he-toa-do'),
  province: form.text('tinh-toa-do').trim(),
  hasHead: heads.find((one) => one === form.text('dong-dau')) ?? '',
  key: [...new Set(form.all('khoa').filter((name) => name !== ''))],
  bad: form.text('dong-loi') === 'leave-out' ? 'leave-out' : 'stop',
  totals: form.text('dong-cong') === 'keep' ? 'keep' : 'leave-out',
  about: describeTyped(form),
  unknownBody: false,
  personal: isConfirmed(form),
  validOn: form.text('tinh-den').trim(),
  note: form.text('ghi-chu').trim(),
})
