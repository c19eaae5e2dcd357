import { type Kysely, type Selectable, sql } from 'kysely'
import { fold } from '../../base/fold.ts'
import type { Passing } from '../../kernel/access/bodies.ts'
import { isCentral } from '../../kernel/access/central.ts'
import { type HolderSpan, livesOf, type Succession } from '../../kernel/organisation/holder.ts'
import { type Called, foldCalled, isExact, organisationMatcher } from '../../kernel/organisation/match.ts'
import { readOrganisationQuery } from '../../kernel/organisation/query.ts'
import { RETURN, returns } from '../../kernel/organisation/undone.ts'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import { holdsOn } from '../../kernel/period/span.ts'
import type { DocumentPorts } from '../../operations/document/ports.ts'
import type { OrganisationPorts, ScopedLink, StoredOrganisation } from '../../operations/organisation/ports.ts'
import { readKey, writeKey } from '../page-key.ts'
import { isCertain } from '../place/place-register.ts'
import type { Tables } from '../tables.ts'

/** The register of organisations, read once and held, as the register of places is: some hundreds of bodies and links. */
export type OrganisationRegister = {
  readonly organisations: readonly Held[]
  readonly links: readonly HeldLink[]
  /** The links, with the day from which one that was undone no longer stands. */
  readonly passings: readonly Passing[]
  /** Of a body the spans in which another holds its work, or nobody does by default; of no other. [ORG-7] */
  readonly heldElsewhere: ReadonlyMap<string, readonly HolderSpan[]>
}
/** A link leads to an heir on days before it was undone; one back from an undone body, on days on which that body had been made. */
type HeldLink = ScopedLink & { readonly undone: Day | null; readonly since: Day | null }
type Held = Omit<StoredOrganisation, 'name' | 'abbreviation' | 'folded'> & {
  readonly sortKey: string
  /** Its end as the register has it: what is shown of days before a succession that was entered here. [ORG-12] */
  readonly registeredTo: Day | null
}

/**
 * Changes whenever the register does: a register that is loaded and a plan that is committed add links, an undoing its own row.
 * Selected with what each request asks first, so that no server holds on to what another changed. [STO-24] @cost two index reads
 */
export const registerVersion = sql<string>`(
  (select coalesce(max(id), 0) from organisation_succession) || '.' || (select count(*) from succession_undo))`

export async function readOrganisationRegister(db: Kysely<Tables>): Promise<OrganisationRegister> {
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('succession_undo', 'succession_undo.plan_id', 'organisation.plan_id')
    .selectAll('organisation')
    .select('succession_undo.on_day as undone')
    .orderBy('id')
    .execute()
  const names = Map.groupBy(
    await db.selectFrom('organisation_name').selectAll().orderBy('from_day').execute(),
    (row) => row.organisation_id,
  )
  const links = await db
    .selectFrom('organisation_succession')
    .leftJoin('succession_undo', 'succession_undo.plan_id', 'organisation_succession.plan_id')
    .selectAll('organisation_succession')
    .select(['succession_undo.on_day as undone', 'succession_undo.basis as undoneBasis'])
    .orderBy('from_id')
    .orderBy('to_id')
    .orderBy('scope')
    .orderBy('id')
    .execute()
  const madeBy = new Map(rows.flatMap((row) => (row.plan_id === null ? [] : [[row.id, row.plan_id] as const])))
  const back = returns(
    links.flatMap((link) => {
      const at = dayOf(link.at)
      return at === null ? [] : [{ ...link, from: link.from_id, to: link.to_id, at, undone: dayOf(link.undone), plan: link.plan_id }]
    }),
    madeBy,
  )
  const leaving = Map.groupBy(links.flatMap(successionOf), (link) => link.from)
  const organisations = rows.flatMap((row): readonly Held[] => {
    const registeredTo = dayOf(row.to_day)
    const until = [registeredTo, dayOf(row.undone)].filter((one) => one !== null).toSorted()[0] ?? null
    // once for each span in which it is there: two where a succession was undone on a later day
    return livesOf({ id: row.id, from: dayOf(row.from_day), to: until }, leaving.get(row.id) ?? []).map((life) => ({
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
      ...life,
      registeredTo,
      basis: row.basis,
      certainty: row.certainty,
      sortKey: names.get(row.id)?.at(-1)?.sort_key ?? '',
    }))
  })
  const elsewhere = await db
    .selectFrom('organisation_holder')
    .selectAll()
    .where((eb) => eb('holder_id', 'is distinct from', eb.ref('organisation_id')))
    .execute()
  return {
    passings: [
      ...links.flatMap((link) =>
        link.to_id === null || link.at === null ? [] : [{ from: link.from_id, to: link.to_id, at: link.at, undone: link.undone }],
      ),
      ...back.map(({ from, to, at }) => ({ from, to, at, undone: null })),
    ],
    heldElsewhere: Map.groupBy(
      elsewhere.map((row) => ({
        organisation: row.organisation_id,
        holder: row.holder_id,
        from: dayOf(row.from_day),
        to: dayOf(row.to_day),
      })),
      (span) => span.organisation,
    ),
    organisations: organisations.sort((a, b) => (a.sortKey < b.sortKey || (a.sortKey === b.sortKey && a.id < b.id) ? -1 : 1)),
    links: [
      ...links.flatMap((link) =>
        link.to_id === null || link.undone === link.at
          ? []
          : [
              {
                from: link.from_id,
                to: link.to_id,
                kind: link.kind,
                partial: link.scope !== '',
                weight: null,
                certain: isCertain(link.certainty),
                basis: link.basis,
                scope: link.scope,
                at: link.at,
                undone: dayOf(link.undone),
                since: null,
              },
            ],
      ),
      ...back.map(({ link, from, to, at }) => ({
        from,
        to,
        kind: RETURN,
        partial: false,
        weight: null,
        certain: true,
        basis: link.undoneBasis ?? link.basis,
        scope: '',
        at,
        undone: null,
        since: link.at,
      })),
    ],
  }
}

type LinkRow = Pick<Selectable<Tables['organisation_succession']>, 'from_id' | 'to_id' | 'kind' | 'scope' | 'at' | 'origin'>
const successionOf = (link: LinkRow & { readonly undone: string | null }): readonly Succession[] => {
  const at = dayOf(link.at)
  const origin = link.origin === 'node' ? 'node' : 'register'
  return at === null
    ? []
    : [{ from: link.from_id, to: link.to_id, kind: link.kind, scope: link.scope, at, undone: dayOf(link.undone), origin }]
}

const kinds = ['internal', 'ministry', 'locality', 'business', 'group'] as const
const dayOf = (text: string | null): Day | null => (text === null ? null : parseDay(text))

/** Who holds the work of a body on a day: itself, its heir, or by default nobody. [ORG-7] */
export function holderOn({ heldElsewhere }: OrganisationRegister, id: string, on: Day): string | null {
  const span = heldElsewhere.get(id)?.find((one) => holdsOn(one, on))
  return span === undefined ? id : span.holder
}

/**
 * Whether a body is the locality's committee or its office that day, by a name it bore by then, or by being what that one was
 * renamed or merged into as a whole; never by having taken it in. [ACC-23]
 */
export function isAtCentre(register: OrganisationRegister, id: string, home: string, on: Day): boolean {
  const { organisations, links } = register
  const walked = new Set([id])
  for (const at of walked) {
    const body = organisations.find((one) => one.id === at)
    const called = body?.names.some(
      ({ name, from }) => (from === null || from <= on) && isCentral({ rank: body.rank, of: body.of, name }, home),
    )
    if (called === true) return true
    for (const link of links)
      if (link.to === at && !link.partial && link.at <= on && (link.kind === 'rename' || link.kind === 'merge')) walked.add(link.from)
  }
  return false
}

/** @param home the province of this node, as its name is written: «Sở Tài chính» means ours */
export function organisationPorts(
  register: () => Promise<OrganisationRegister>,
  home: string,
  steady: () => Promise<void>,
): OrganisationPorts & Pick<DocumentPorts, 'bodies'> {
  const homeFirst = (bodies: readonly StoredOrganisation[]): readonly StoredOrganisation[] => [
    ...bodies.filter((one) => one.of === home),
    ...bodies.filter((one) => one.of !== home),
  ]
  return {
    organisations: {
      steady,
      async candidates(on) {
        const { organisations } = await register()
        return homeFirst(organisations.filter((one) => holdsOn(one, on)).map((one) => calledOn(one, on)))
      },
      async elsewhen(on) {
        const { organisations } = await register()
        const there = new Set(organisations.filter((one) => holdsOn(one, on)).map((one) => one.id))
        return homeFirst(organisations.filter((one) => !there.has(one.id)).map((one) => calledOn(one, null)))
      },
      async get(id, on) {
        const lives = (await register()).organisations.filter((organisation) => organisation.id === id)
        const one = lives.find((life) => holdsOn(life, on)) ?? lives.at(-1)
        return one === undefined ? null : calledOn(one, on)
      },
      async holder(id, on) {
        return holderOn(await register(), id, on)
      },
      async isCentre(id, on) {
        return isAtCentre(await register(), id, home, on)
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
      async reach(id, direction, on) {
        const { organisations, links: all } = await register()
        const links = all.filter(({ undone, since }) => (undone === null || on < undone) && (since === null || since <= on))
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
          organisations: [...Map.groupBy(organisations, (one) => one.id)].flatMap(([at, lives]) => {
            const life = lives.find((one) => holdsOn(one, on)) ?? lives.at(-1)
            return life === undefined || !seen.has(at) ? [] : [calledOn(life, null)]
          }),
        }
      },
    },
    bodies: {
      async identify(names, on, speaks) {
        const there = (await register()).organisations.filter((one) => holdsOn(one, on)).map((one) => calledOn(one, on))
        return new Map(
          names.flatMap((name) => {
            const [only, ...others] = meantBy(name, speaks ?? home, there)
            return only === undefined ? [] : [[name, others.some((one) => one.id !== only.id) ? null : only.id] as const]
          }),
        )
      },
      async identifyFormer(names, on, speaks) {
        if (names.length === 0) return new Map()
        const former = (await register()).organisations.flatMap((one) =>
          calledOn(one, null).names.flatMap(({ name, folded, to }) =>
            to !== null && to <= on ? [{ id: one.id, of: one.of, name, folded, to }] : [],
          ),
        )
        return new Map(
          names.flatMap((name) => {
            const [last, ...others] = meantBy(name, speaks ?? home, former).toSorted((a, b) => (a.to < b.to ? 1 : -1))
            return last === undefined || others.some((one) => one.to === last.to && one.id !== last.id) ? [] : [[name, last.id] as const]
          }),
        )
      },
      speaks: async (issuer) => localityIn(issuer, home, await register()),
      async borne() {
        const { organisations } = await register()
        return (on) =>
          organisations.filter((one) => (one.of === '' || one.of === home) && holdsOn(one, on)).map((one) => calledOn(one, on).name)
      },
    },
  }
}

/** Whose letter it is by its issuer, «UBND tỉnh Đắk Lắk», «Sở Y tế tỉnh Đắk Lắk»: a locality that the register knows, and not ours. [ORG-29] */
function localityIn(issuer: string | null, home: string, { organisations }: OrganisationRegister): string | null {
  const said = fold(/(?:^|\s)(?:tỉnh|thành phố|TP\.?)\s+(\p{L}.*)$/iu.exec(issuer ?? '')?.[1] ?? '')
  if (said === '' || said === fold(home)) return null
  return organisations.find((one) => one.of !== '' && fold(one.of) === said)?.of ?? null
}

/** Which of these a name in a letter of a locality means. @param home as in organisationPorts, or the locality that speaks */
function meantBy<T extends Called>(name: string, home: string, called: readonly T[]): readonly T[] {
  const query = readOrganisationQuery(name)
  // «UBND thành phố» in a letter of ours is the People's Committee of our city
  const asked = [query, { name: `${query.name} ${home}`, of: query.of }].map(organisationMatcher)
  // a name that says its locality («UBND thành phố Huế») is that locality's
  const says = (of: string): boolean => fold(query.name).endsWith(` ${fold(of)}`)
  return called.filter(
    (one) => (one.of === '' || query.of !== null || one.of === home || says(one.of)) && asked.some((match) => isExact(match(one))),
  )
}

/** As it was called on a day; at its end when it was not there then. What ended it later by an entry here was not known. [ORG-12] */
function calledOn({ sortKey: _sortKey, registeredTo, ...one }: Held, on: Day | null): StoredOrganisation {
  const then = (on === null ? undefined : one.names.find((name) => holdsOn(name, on))) ?? one.names.at(-1)
  if (then === undefined) throw new Error(`${one.id} has no name`)
  const to = on !== null && one.to !== null && on < one.to ? registeredTo : one.to
  const names = one.names.map((name) => (name === one.names.at(-1) ? { ...name, to } : name))
  return { ...one, to, names, name: then.name, abbreviation: then.abbreviation, folded: then.folded }
}
