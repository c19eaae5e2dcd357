import { type SqlBool, sql } from 'kysely'
import { fold } from '../../base/fold.ts'
import { type BodiesSaid, bodiesSaid } from '../organisation/bodies-said.ts'
import type { OrganisationRegister } from '../organisation/organisation-register.ts'
import type { PlaceRegister } from '../place/place-register.ts'
import { type PlaceSaid, placesSaid } from '../place/places-said.ts'

/**
 * What words that datasets are looked for by may say: words of what is searched (title, description, source, territory, columns),
 * bodies that keep them, units that their rows are of. What the words mean is in the registers, which are held in memory: a
 * succession that is committed is searched by at once.
 */
export type Said = { readonly words: readonly string[]; readonly bodies: BodiesSaid; readonly places: readonly PlaceSaid[] }

export const nothingSaid: Said = { words: [], bodies: { words: [], called: [] }, places: [] }

export type Registers = { readonly organisations: () => Promise<OrganisationRegister>; readonly places: () => Promise<PlaceRegister> }

export async function saidIn({ organisations, places }: Registers, q: string | null): Promise<Said> {
  const words = fold(q ?? '')
    .split(' ')
    .filter((word) => word !== '')
  if (q === null || words.length === 0) return nothingSaid
  return { words, bodies: bodiesSaid(await organisations(), q), places: placesSaid(await places(), words) }
}

const isKeptBy = (ids: readonly string[]) => sql<SqlBool>`custodian = any (${sql.val(ids)}::text[])`
const isOf = (ids: readonly string[]) =>
  sql<SqlBool>`dataset.id in (select dataset_id from dataset_place where place_id = any (${sql.val(ids)}::text[]))`

/** All words, each in what is searched or in a name of who keeps it; a name of a place also where a row is of it. [DAT-88] [DAT-89] */
export function saysAll({ words, bodies, places }: Said): ReturnType<typeof sql<SqlBool>> {
  const of = (i: number) => {
    const ids = bodies.words[i] ?? []
    const text = sql<SqlBool>`search like ${`%${words[i] ?? ''}%`}`
    return ids.length === 0 ? text : sql<SqlBool>`(${text} or ${isKeptBy(ids)})`
  }
  const tests: ReturnType<typeof sql<SqlBool>>[] = []
  for (let i = 0; i < words.length; i += 1) {
    const place = places.find(({ at }) => at === i)
    if (place === undefined) tests.push(of(i))
    else {
      const run = Array.from({ length: place.length }, (_, k) => of(i + k))
      tests.push(sql<SqlBool>`((${sql.join(run, sql` and `)}) or ${isOf(place.ids)})`)
      i += place.length - 1
    }
  }
  if (tests.length === 0) return sql<SqlBool>`true`
  const all = sql<SqlBool>`${sql.join(tests, sql` and `)}`
  return bodies.called.length === 0 ? all : sql<SqlBool>`(${isKeptBy(bodies.called)} or (${all}))`
}

/** Behind all that is called so: what bodies called so keep, then what has the words here and there. */
const KEPT_SO = 50_000
const SCATTERED = 100_000

/** Where the words stand in what is searched, which begins with the title; last of all where they do not stand together. */
export function calledAt({ words, bodies }: Said): ReturnType<typeof sql<number>> {
  const [first = [], ...others] = bodies.words
  const keepers = [...new Set([...bodies.called, ...first.filter((id) => others.every((ids) => ids.includes(id)))])]
  const otherwise =
    keepers.length === 0
      ? sql`${sql.lit(SCATTERED)}`
      : sql`case when ${isKeptBy(keepers)} then ${sql.lit(KEPT_SO)} else ${sql.lit(SCATTERED)} end`
  return sql<number>`coalesce(nullif(strpos(dataset.search, ${words.join(' ')}), 0), ${otherwise})`
}
