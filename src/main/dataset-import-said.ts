import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { speaker } from '../base/text/text.ts'
import type { ColumnSaid } from '../kernel/dataset/understanding/read-as-before.ts'
import { importGet } from '../operations/dataset/import/get-import.ts'
import { importReread } from '../operations/dataset/import/reread-import.ts'
import type { ImportView } from '../operations/dataset/import/views.ts'
import type { Context } from '../operations/operation.ts'
import { bodyNamed } from '../operations/organisation/body-named.ts'
import { organisationGet } from '../operations/organisation/get-organisation.ts'
import { organisationResolve } from '../operations/organisation/resolve-organisation.ts'
import type { Opened } from './open.ts'

/** What was said on the command line of a file, as the pages ask it: how it is read first, then what its columns are. [DAT-95] */
type Node = Pick<Opened, 'call' | 'importer'>
type Reading = NonNullable<ImportView['reading']>
type Settled = { readonly column: string; readonly value: string; readonly place: string }
type Said = {
  readonly columns?: readonly ({ readonly name: string } & object)[]
  readonly key?: readonly string[]
  readonly places?: readonly { readonly column: string; readonly on: string }[]
  readonly provinces?: readonly { readonly column: string; readonly province: string }[]
  readonly settled?: readonly Settled[]
  readonly custodian?: string
}
type Answers = Readonly<Record<string, unknown>> & { readonly columns: readonly ColumnSaid[] }

/** Has the file read as it was said. @returns what the import is confirmed with */
export async function answersFor(
  node: Node,
  context: Context,
  id: string,
  { province, part, encoding, delimiter, ...said }: Readonly<Record<string, unknown>>,
): Promise<Result<{ readonly reading: Reading; readonly answers: Answers }, Refusal>> {
  let read = await lookedAt(node, context, id, null)
  const way = given({ province, part, encoding, delimiter })
  if (read.ok && Object.keys(way).length > 0) read = await lookedAt(node, context, id, way)
  if (!read.ok) return read
  const { columns = [], places = [], provinces = [], settled = [], custodian, ...choices } = said as Said
  const renamed = columns.flatMap((one) => ('was' in one ? [one as { readonly name: string; readonly was: string | null }] : []))
  if (renamed.length > 0) read = await lookedAt(node, context, id, { columns: renamedIn(read.value, renamed) })
  if (!read.ok) return read
  const nameOf = namesIn(read.value)
  const known = new Set(read.value.columns.map(({ name }) => name))
  const meant = [...columns.map(({ name }) => name), ...[...places, ...provinces, ...settled].map(({ column }) => column)]
  const stray = meant.find((text) => !known.has(nameOf(text)))
  if (stray !== undefined) return refuse({ code: 'import-no-column', data: { column: stray } })
  // without them others may mean something else [DAT-104]
  const out = together(columns, nameOf).flatMap(({ name, leftOut }) => (leftOut === undefined ? [] : [{ name, leftOut }]))
  if (out.length > 0) read = await lookedAt(node, context, id, { columns: out })
  if (!read.ok) return read
  const named = <T extends { readonly column: string }>(all: readonly T[]) => all.map((one) => ({ ...one, column: nameOf(one.column) }))
  const days = named(places).filter(({ on }) => on !== NONE)
  const within = new Map(named(provinces).map(({ column, province }) => [column, province]))
  const { places: seen } = read.value
  // who says only the province has the day that was proposed
  const asked = [...new Set([...days.map(({ column }) => column), ...within.keys()])].flatMap((column) => {
    const on = days.find((one) => one.column === column)?.on ?? seen.find((one) => one.column === column)?.on
    const province = within.get(column)
    return on === undefined ? [] : [{ column, on, ...(province === undefined ? {} : { province }) }]
  })
  if (asked.length > 0) read = await lookedAt(node, context, id, { places: asked })
  if (!read.ok) return read
  const none = new Set(named(places).flatMap(({ column, on }) => (on === NONE ? [column] : [])))
  const chosen = named(settled)
  const body = await custodianOf(node, context, custodian)
  if (!body.ok) return body
  const answers = {
    ...choices,
    ...(body.value === null ? {} : { custodian: body.value }),
    columns: together(columns, nameOf).flatMap(({ was: _was, ...one }: ColumnSaid & { readonly was?: unknown }) =>
      Object.keys(one).length > 1 ? [one] : [],
    ),
    ...(none.size + chosen.length === 0 ? {} : { places: takenPlaces(read.value.places, none, chosen) }),
  }
  return ok({ reading: read.value, answers })
}

/** By its id, or named as on the page. */
async function custodianOf(node: Node, context: Context, said: string | undefined): Promise<Result<string | null, Refusal>> {
  if (said === undefined) return ok(null)
  const known = await node.call(organisationGet, context, { id: said })
  if (known.ok) return ok(known.value.id)
  const body = await bodyNamed((given) => node.call(organisationResolve, context, given), said)
  if (body !== 'unknown') return ok(body.id)
  return refuse({
    code: 'bad-value',
    data: { name: 'custodian', reason: speaker(context.language)('import.custodian.unknown', { name: said }) },
  })
}

/** Both are named by their headings, or as programs read them. [DAT-119] */
function renamedIn(reading: Reading, said: readonly { readonly name: string; readonly was: string | null }[]): readonly object[] {
  const nameOf = namesIn(reading)
  return said.map(({ name, was }) => ({
    name: nameOf(name),
    was: was === null ? null : (reading.gone.find((one) => one.name === was || one.label === was)?.name ?? nameOf(was)),
  }))
}

/** People know a column by its heading; its name is one that we made of it. */
function namesIn({ columns }: Reading): (text: string) => string {
  const byHeading = new Map(
    columns.flatMap(({ name, label, was }) => [[label, name], ...(was === undefined ? [] : [[was.heading, name]])] as [string, string][]),
  )
  const names = new Set(columns.map(({ name }) => name))
  return (text) => (names.has(text) ? text : (byHeading.get(text) ?? text))
}

const NONE = 'none'

const given = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** What is understood of the file; or of it read in another way. */
async function lookedAt(node: Node, context: Context, id: string, way: object | null): Promise<Result<Reading, Refusal>> {
  if (way !== null) {
    const again = await node.call(importReread, context, { id, ...way })
    if (!again.ok) return again
  }
  await node.importer.idle()
  const read = await node.call(importGet, context, { id })
  if (!read.ok) return read
  if (read.value.failure !== null) return refuse(failureOf(read.value.failure))
  return read.value.reading === null ? refuse({ code: 'import-elsewhere' }) : ok(read.value.reading)
}

/** What was said of one column in several words. */
function together(columns: NonNullable<Said['columns']>, nameOf: (text: string) => string): readonly ColumnSaid[] {
  const all = Map.groupBy(columns, ({ name }) => nameOf(name))
  return [...all].map(([name, words]) => Object.assign({}, ...words, { name }))
}

/** Those that would be taken anyway, and those of which a text was settled; not those that are said to be none. */
const takenPlaces = (places: Reading['places'], none: ReadonlySet<string>, settled: readonly Settled[]): readonly object[] =>
  places
    .filter(({ column, from }) => !none.has(column) && (from !== 'fit' || settled.some((one) => one.column === column)))
    .map(({ column }) => ({
      column,
      is: settled.filter((one) => one.column === column).map(({ value, place }) => ({ value, place })),
    }))

export const failureOf = ({ code, data }: NonNullable<ImportView['failure']>): Refusal => ({
  code,
  ...(data === undefined ? {} : { data }),
})
