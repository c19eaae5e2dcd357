import { type Kysely, sql } from 'kysely'
import { provinceSaid } from '../../kernel/organisation/province-said.ts'
import type { Tables } from '../tables.ts'

/** Of bodies outside the register, by name, the provinces that their names say, as of that day. [TSK-57] */
export async function provincesSaid(
  db: Kysely<Tables>,
  bodies: readonly { readonly organisation: string | null; readonly name: string }[],
  on: string,
): Promise<ReadonlyMap<string, string>> {
  const outside = bodies.flatMap(({ organisation, name }) => (organisation === null ? [name] : []))
  if (outside.length === 0) return new Map()
  const provinces = await provincesOn(db, on).execute()
  return new Map(
    outside.flatMap((name) => {
      const province = provinceSaid(name, provinces)
      return province === null ? [] : [[name, province] as const]
    }),
  )
}

export const provincesOn = (db: Kysely<Tables>, on: string) =>
  db
    .selectFrom('organisation as o')
    .innerJoin('organisation_name as n', 'n.organisation_id', 'o.id')
    .select(['o.of_place as name', 'n.name as committee'])
    .where('o.rank', '=', 'province')
    .where(sql<boolean>`daterange(n.from_day, n.to_day) @> ${on}::date`)
