import { z } from 'zod'
import type { Language, Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { KEEPS, keepingOf, keeps, ownKeeping } from '../../../kernel/dataset/describe.ts'
import { totalsWays } from '../../../kernel/dataset/sheet/totals.ts'
import { columnsOut } from '../../../kernel/dataset/understanding/columns-out.ts'
import type { Reading } from '../../../kernel/dataset/understanding/reading.ts'
import { withoutHead } from '../../../kernel/dataset/understanding/without-head.ts'
import { parseDay } from '../../../kernel/period/day.ts'
import { type Context, operation } from '../../operation.ts'
import type { OrganisationPorts } from '../../organisation/ports.ts'
import type { PlacePorts } from '../../place/ports.ts'
import { dayText, id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset, noImport } from '../refusals.ts'
import type { Description } from '../stored.ts'
import { description } from '../views.ts'
import { columnsFrom, columnsSaid, saidTogether } from './columns-said.ts'
import { withCrs } from './crs-chosen.ts'
import { importDraft } from './draft.ts'
import { isOwn } from './own.ts'
import { askedPersonal, personalConfirmed, personalNew } from './personal-asked.ts'
import { placesFrom } from './places-chosen.ts'
import type { Choices, ImportPorts } from './ports.ts'
import { askedTotals, asksTotals } from './questions.ts'
import { isSameAgain } from './same-file.ts'

const given = z.strictObject({
  id,
  columns: columnsSaid,
  hasHead: z.enum(['true', 'false']).optional().meta({ description: 'whether the first row is headings; asked where it looks like data' }),
  key: z
    .array(z.string().max(80))
    .max(8)
    .optional()
    .meta({ description: 'names or headings of columns that tell rows apart; without one, all rows are replaced' }),
  places: z
    .array(
      z.strictObject({
        column: z.string().max(80),
        is: z
          .array(z.strictObject({ value: z.string().max(200), place: id.nullable() }))
          .max(500)
          .optional()
          .meta({ description: 'what a person chose for texts that are no unit, or several; null: none, though one was settled before' }),
      }),
    )
    .max(8)
    .optional()
    .meta({
      description:
        'which of the columns read as places are; one that is left out is none, in the next version too; absent: those whose day was asked for, or is told by the version before or the years of the file',
    }),
  crs: z.string().max(30).optional().meta({
    description:
      'the system of its coordinates: wgs84, vn2000-3:107.75, utm:105, web-mercator; with /yx the northing stands first; none: numbers stay numbers',
  }),
  bad: z.enum(['stop', 'leave-out']).optional().meta({ description: 'stop, when absent: nothing is taken while a row is bad' }),
  totals: z
    .enum(totalsWays)
    .optional()
    .meta({ description: 'rows that add up others, remarks and signatures under the table; asked where there seem to be some' }),
  personal: personalConfirmed,
  ...description.partial().shape,
  validOn: dayText.optional().meta({ description: 'the day the data speak of' }),
  note: z.string().max(500).optional(),
  draft: importDraft.optional().meta({ description: 'what was typed, to be shown again where the answers turn out to be wrong' }),
  sameFile: z
    .enum(['take'])
    .optional()
    .meta({ description: 'take: the file is that of the current version, read alike, and makes a new one all the same' }),
  sameTitle: z.enum(['new']).optional().meta({ description: 'new: another dataset has this title, and this is not a version of it' }),
})

/** Answers what was asked of a file, and has it taken. The rows come in meanwhile; they are seen all at once, at the end. */
export const importCommit = operation({
  name: 'import.commit',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Xác nhận cách đọc và nhập dữ liệu', en: 'Confirm how a file is read, and import it' },
  input: given,
  output: z.strictObject({ id }),
  rest: { method: 'POST', path: '/dataset-imports/{id}/commit' },
  async run(ports: DatasetPorts & ImportPorts & OrganisationPorts & PlacePorts, context, asked) {
    const one = await ports.imports.get(asked.id)
    if (one === null) return refuse(noImport(context.language))
    if (!isOwn(context.who, one)) return refuse({ code: 'import-of-another' })
    if (one.state !== 'asking' || one.reading === null) return refuse({ code: 'import-elsewhere' })
    const dataset = one.dataset === null ? null : await ports.datasets.get(one.dataset)
    if (one.dataset !== null && dataset === null) return refuse(noDataset(context.language))
    // it may have come to another body since the file was read
    if (dataset !== null && !keeps(context.who, dataset.custodian)) return refuse({ code: 'not-the-steward' })
    const strange = dataset === null ? undefined : described.find((field) => asked[field] !== undefined)
    if (strange !== undefined) return refuse(ofTheDataset(strange, context.language))
    const hasHead = asked.hasHead !== 'false'
    const { reading, nameOf: calledNow } = hasHead
      ? { reading: one.reading, nameOf: (name: string) => name }
      : withoutHead(one.reading, dataset?.current.columnsOut)
    const columnsAsked = asked.columns?.map((each) => ({ ...each, name: calledNow(each.name) })) ?? []
    const placesAsked = asked.places?.map((each) => ({ ...each, column: calledNow(each.column) }))
    const columns = columnsFrom(reading, columnsAsked)
    if (!columns.ok) return columns
    if (columns.value.length === 0) return refuse({ code: 'import-out-all' })
    if (reading.asksHead && asked.hasHead === undefined) return refuse({ code: 'import-asks-head' })
    const isAsked = asksTotals(reading)
    if (isAsked && asked.totals === undefined) return refuse(askedTotals(reading, context.language))
    const placed = await placesFrom(ports, context, reading, columns.value, placesAsked)
    if (!placed.ok) return placed
    const shaped = withCrs(reading, placed.value.columns, asked.crs)
    if (!shaped.ok) return shaped
    const names = new Set(columns.value.map((each) => each.name))
    const known = reading.follows ?? null
    if (dataset !== null && known !== null && known !== dataset.current.n)
      return refuse({ code: 'import-meanwhile', data: { n: dataset.current.n } })
    // people know a column by its heading; its name is one that we made of it
    const nameOf = (said: string): string => (names.has(said) ? said : (columns.value.find(({ label }) => label === said)?.name ?? said))
    const key = (asked.key?.map(calledNow) ?? dataset?.current.key ?? keyOf(reading)).map(nameOf)
    const isOut = (name: string) => reading.columns.find((read) => !names.has(read.name) && (read.name === name || read.label === name))
    const outOfKey = key.flatMap((name) => isOut(name) ?? [])[0]
    if (outOfKey !== undefined) return refuse({ code: 'import-out-key', data: { column: outOfKey.label } })
    const stray = key.find((name) => !names.has(name))
    if (stray !== undefined) return refuse({ code: 'import-no-column', data: { column: stray } })
    const taking = {
      columns: shaped.value,
      key,
      hasHead,
      totals: isAsked ? (asked.totals ?? null) : null,
      validOn: asked.validOn,
      note: asked.note,
    }
    if (dataset !== null && asked.sameFile === undefined && isSameAgain(reading, one.asked, dataset, taking))
      return refuse({ code: 'import-same-file', data: { n: dataset.current.n } })
    const about = dataset === null ? await descriptionFrom(ports, context, asked) : ok(null)
    if (!about.ok) return about
    if (about.value !== null && asked.sameTitle === undefined) {
      const same = await ports.datasets.titled(about.value.title)
      if (same !== null) return refuse({ code: 'import-same-title', data: same })
    }
    const open = personalNew(
      shaped.value,
      about.value?.access ?? dataset?.access ?? 'internal',
      dataset === null ? null : { access: dataset.access, columns: dataset.current.columns },
    )
    if (open.length > 0 && asked.personal === undefined) return refuse(askedPersonal(open, context.language))
    const validOn = asked.validOn === undefined ? null : parseDay(asked.validOn)
    if (asked.validOn !== undefined && validOn === null) return refuse({ code: 'bad-day', data: { value: asked.validOn } })
    const out = columnsOut(reading.columns, columnsAsked, dataset?.current.columnsOut ?? [])
    const choices: Choices = {
      sameTitle: asked.sameTitle,
      columns: shaped.value,
      ...(out.length === 0 ? {} : { columnsOut: out }),
      places: placed.value.places,
      hasHead,
      key: [...new Set(key)],
      bad: asked.bad ?? 'stop',
      ...(isAsked ? { totals: asked.totals } : {}),
      description: about.value,
      sample: false,
      ...(open.length === 0 ? {} : { personal: open.map(({ label }) => label) }),
      validOn,
      note: asked.note ?? null,
      keeping: keepingOf(context.who),
    }
    const said = {
      ...(one.asked ?? { places: [], province: null, part: null, schema: null }),
      columns: saidTogether(one.asked?.columns ?? [], asked.columns ?? []),
      draft: asked.draft ?? one.asked?.draft,
    }
    const moved = await ports.imports.move(one.id, ['asking'], 'waiting', { choices, asked: said })
    if (moved === 'busy') return refuse({ code: 'import-under-way' })
    return moved ? ok({ id: one.id }) : refuse({ code: 'import-elsewhere' })
  },
})

/** What is said of a dataset, and of no version of it. */
const described = Object.keys(description.shape) as readonly (keyof typeof description.shape)[]

const ofTheDataset = (name: string, language: Language): Refusal => ({
  code: 'bad-value',
  data: {
    name,
    reason:
      language === 'vi'
        ? 'tệp là phiên bản mới của bộ dữ liệu đã có; phần mô tả sửa riêng ở bộ dữ liệu'
        : 'the file is a new version of a dataset that is there; its description is changed with the dataset',
  },
})

/** The key that a schema names, by the names of columns. */
const keyOf = ({ schemaKey = [], columns }: Reading): readonly string[] =>
  schemaKey.map((key) => columns.find(({ name, label }) => name === key || label === key)?.name ?? key)

async function descriptionFrom(
  ports: OrganisationPorts,
  context: Context,
  asked: z.infer<typeof given>,
): Promise<Result<Description, Refusal>> {
  if (asked.title === undefined) return refuse({ code: 'missing-parameter', data: { name: 'title' } })
  const custodian = asked.custodian ?? ownKeeping(context.who)
  if (custodian !== null && (await ports.organisations.get(custodian, context.today)) === null)
    return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'cơ quan' : 'organisation' } })
  // a steward of one body brings in what that body keeps
  if (!keeps(context.who, custodian)) return refuse({ code: 'not-the-steward' })
  return ok({
    title: asked.title.trim(),
    description: asked.description ?? null,
    custodian,
    basis: asked.basis ?? null,
    access: asked.access ?? 'internal',
    licence: asked.licence ?? null,
    attribution: asked.attribution ?? null,
    source: asked.source ?? null,
    cadence: asked.cadence ?? null,
    themes: asked.themes ?? [],
    contents: asked.contents ?? [],
    territory: asked.territory ?? null,
  })
}
