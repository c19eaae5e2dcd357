import type { Kysely } from 'kysely'
import { foldCalled, isExact, organisationMatcher } from '../kernel/organisation/match.ts'
import { readOrganisationQuery } from '../kernel/organisation/query.ts'
import { type Day, parseDay } from '../kernel/period/day.ts'
import { holdsOn } from '../kernel/period/span.ts'
import type { DocumentPorts } from '../operations/document/ports.ts'
import type { OrganisationPorts, ScopedLink, StoredOrganisation } from '../operations/organisation/ports.ts'
import { readKey, writeKey } from './page-key.ts'
import { isCertain } from './place-register.ts'
import type { Tables } from './tables.ts'

/** The register of organisations, read once and held, as the register of places is: some hundreds of bodies and links. */
export type OrganisationRegister = { readonly organisations: readonly Held[]; readonly links: readonly ScopedLink[] }
type Held = Omit<StoredOrganisation, 'name' | 'abbreviation' | 'folded'> & { readonly sortKey: string }

export async function readOrganisationRegister(db: Kysely<Tables>): Promise<OrganisationRegister> {
  const rows = await db.selectFrom('organisation').selectAll().orderBy('id').execute()
  const names = Map.groupBy(
    await db.selectFrom('organisation_name').selectAll().orderBy('from_day').execute(),
    (row) => row.organisation_id,
  )
  const links = await db.selectFrom('organisation_succession').selectAll().orderBy('from_id').orderBy('to_id').orderBy('scope').execute()
  const organisations = rows.map(
    (row): Held => ({
      id: row.id,
      kind: kinds.find((kind) => kind === row.kind) ?? 'group',
      rank: row.rank,
      of: row.of_place,
      names: (names.get(row.id) ?? []).map((name) => ({
        name: name.name,
        abbreviation: name.abbreviation,
        folded: foldCalled(name.name, name.abbreviation, row.of_place),
        from: dayOf(name.from_day),
        to: dayOf(name.to_day),
      })),
      from: dayOf(row.from_day),
      to: dayOf(row.to_day),
      basis: row.basis,
      certainty: row.certainty,
      sortKey: names.get(row.id)?.at(-1)?.sort_key ?? '',
    }),
  )
  return {
    organisations: organisations.sort((a, b) => (a.sortKey < b.sortKey || (a.sortKey === b.sortKey && a.id < b.id) ? -1 : 1)),
    links: links.map((link) => ({
      from: link.from_id,
      to: link.to_id,
      kind: link.kind,
      partial: link.scope !== '',
      weight: null,
      certain: isCertain(link.certainty),
      basis: link.basis,
      scope: link.scope,
      at: link.at,
    })),
  }
}

const kinds = ['internal', 'ministry', 'locality', 'business', 'group'] as const
const dayOf = (text: string | null): Day | null => (text === null ? null : parseDay(text))

/** @param home the province of this node, as its name is written: «Sở Tài chính» means ours */
export function organisationPorts(
  register: () => Promise<OrganisationRegister>,
  home: string,
): OrganisationPorts & Pick<DocumentPorts, 'bodies'> {
  const homeFirst = (bodies: readonly StoredOrganisation[]): readonly StoredOrganisation[] => [
    ...bodies.filter((one) => one.of === home),
    ...bodies.filter((one) => one.of !== home),
  ]
  return {
    organisations: {
      async candidates(on) {
        const { organisations } = await register()
        return homeFirst(organisations.filter((one) => holdsOn(one, on)).map((one) => calledOn(one, on)))
      },
      async elsewhen(on) {
        return homeFirst((await register()).organisations.filter((one) => !holdsOn(one, on)).map((one) => calledOn(one, null)))
      },
      async get(id, on) {
        const one = (await register()).organisations.find((organisation) => organisation.id === id)
        return one === undefined ? null : calledOn(one, on)
      },
      async list({ of, rank, on, after, limit }) {
        const key = readKey(after)
        const matching = (await register()).organisations
          .filter((one) => holdsOn(one, on) && (of === null || one.of === of) && (rank === null || one.rank === rank))
          .filter((one) => key === null || one.sortKey > key[0] || (one.sortKey === key[0] && one.id > key[1]))
        const items = matching.slice(0, limit)
        const last = matching.length > limit ? items.at(-1) : undefined
        return { items: items.map((one) => calledOn(one, on)), next: last === undefined ? null : writeKey(last.sortKey, last.id) }
      },
      async reach(id, direction) {
        const { organisations, links } = await register()
        const [near, far] = direction === 'forward' ? (['from', 'to'] as const) : (['to', 'from'] as const)
        const seen = new Set([id])
        const found: ScopedLink[] = []
        for (const at of seen) {
          for (const link of links.filter((one) => one[near] === at)) {
            found.push(link)
            seen.add(link[far])
          }
        }
        return {
          links: found,
          organisations: organisations.filter((one) => one.id !== id && seen.has(one.id)).map((one) => calledOn(one, null)),
        }
      },
    },
    bodies: {
      async identify(names, on) {
        const there = (await register()).organisations.filter((one) => holdsOn(one, on)).map((one) => calledOn(one, on))
        return new Map(
          names.flatMap((name) => {
            const query = readOrganisationQuery(name)
            // «UBND thành phố» in a letter of ours is the People's Committee of our city
            const asked = [query, { name: `${query.name} ${home}`, of: query.of }].map(organisationMatcher)
            const meant = there.filter((one) => asked.some((match) => isExact(match(one))))
            const [only, ...others] = meant.filter((one) => one.of === '' || query.of !== null || one.of === home)
            return only !== undefined && others.length === 0 ? [[name, only.id] as const] : []
          }),
        )
      },
    },
  }
}

/** As it was called on a day; at its end when it was not there then. */
function calledOn({ sortKey: _sortKey, ...one }: Held, on: Day | null): StoredOrganisation {
  const then = (on === null ? undefined : one.names.find((name) => holdsOn(name, on))) ?? one.names.at(-1)
  if (then === undefined) throw new Error(`${one.id} has no name`)
  return { ...one, name: then.name, abbreviation: then.abbreviation, folded: then.folded }
}
