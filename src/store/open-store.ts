import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Refusal } from '../base/refusals.ts'
import type { Result } from '../base/result.ts'
import { denied } from '../kernel/access/access.ts'
import { accountsFor, sightOf, type Who } from '../kernel/access/who.ts'
import { KEEPS, keepingOf } from '../kernel/dataset/describe.ts'
import type { Context } from '../operations/operation.ts'
import type { Ports } from '../operations/ports.ts'
import type { Store } from '../operations/store.ts'
import { withSuccessions } from './access/holder-store.ts'
import { peoplePorts } from './access/people-store.ts'
import { whoFrom } from './access/people-who.ts'
import { personalPorts } from './access/personal-data-store.ts'
import { accountsThere, entrancePorts, holderOf } from './access/session-store.ts'
import { boardPorts } from './board/board-store.ts'
import { calendarPorts } from './calendar/calendar-store.ts'
import { datasetPorts } from './dataset/dataset-store.ts'
import { importPorts } from './dataset/import/import-store.ts'
import { documentPorts } from './document/document-store.ts'
import type { Engine } from './engine/engine.ts'
import { asOutage, isAway } from './engine/outage.ts'
import { feedPorts } from './feed/feed-store.ts'
import { figureReportPorts } from './figure-report/figure-report-store.ts'
import { filePorts } from './file/file-store.ts'
import { historyPorts } from './history/history-store.ts'
import { type CalendarReader, calendarHolder, mailPorts } from './notice/mail-store.ts'
import { noticePorts } from './notice/notice-store.ts'
import {
  type OrganisationRegister,
  organisationPorts,
  readOrganisationRegister,
  registerVersion,
} from './organisation/organisation-register.ts'
import { type PlaceRegister, readPlaceRegister } from './place/place-register.ts'
import { placePorts } from './place/place-store.ts'
import { receiptPorts } from './receipt/receipt-store.ts'
import { searchPorts } from './search/search-store.ts'
import { successionPorts } from './succession/succession-store.ts'
import type { Tables } from './tables.ts'
import { taskLifePorts } from './task/life-store.ts'
import { missPorts } from './task/miss-store.ts'
import { publicTaskPorts } from './task/public-task-store.ts'
import { taskPorts } from './task/task-store.ts'
import { termPorts } from './task/terms-store.ts'

/** Carries a refusal out through the rollback, and is caught right outside it. */
class Undo extends Error {
  readonly answer: { readonly ok: false; readonly refusal: Refusal }
  constructor(answer: { readonly ok: false; readonly refusal: Refusal }) {
    super('undone')
    this.answer = answer
  }
}

/**
 * A store over an engine: transactions as the restricted role, for somebody. [STO-2]
 * The actor is set for the transaction alone (`set local`), so a connection lent again knows nobody.
 */
export function storeOver(engine: Engine, home: string): Store & Doorkeeper {
  const held: Held = { places: null, organisations: null }
  return {
    async transaction<T>(
      context: Context,
      kind: 'query' | 'command' | 'register',
      work: (ports: Ports) => Promise<Result<T, Refusal>>,
    ): Promise<Result<T, Refusal>> {
      // nobody is named to the database here: of what is protected it shows nothing
      if (kind === 'register')
        return again(() =>
          work(
            portsOver(
              engine.app,
              context,
              home,
              held,
              once(() => versionOf(engine.app)),
              async () => {},
              async () => {},
              (read) => engine.app.connection().execute(read),
            ).ports,
          ),
        ).catch((error: unknown) => {
          throw asOutage(error)
        })
      const leave = kind === 'command' ? await engine.gate.enter() : null
      let isReached = false
      const attempt = async (): Promise<Result<T, Refusal>> => {
        const changed: { organisations: Held['organisations'] } = { organisations: null }
        const answer = await begin(engine, kind).execute(async (db) => {
          let version = await actAs(db, context.who, kind === 'command')
          isReached = true
          // before anything is changed here: what is read later may be undone
          if (kind === 'command') await organisationsOf(held, db, version)
          const { ports, write } = portsOver(
            db,
            context,
            home,
            held,
            () => Promise.resolve(version),
            async () => {
              await withSuccessions(db, 'shared')
              version = await versionOf(db)
            },
            async () => {
              changed.organisations = { version: await versionOf(db), register: Promise.resolve(await readOrganisationRegister(db)) }
            },
          )
          const said = await work(ports)
          if (kind === 'command') {
            if (!said.ok) throw new Undo(said)
            await write()
          }
          return said
        })
        // committed: what others hold of the register from here on is what this transaction left
        if (changed.organisations !== null) held.organisations = changed.organisations
        return answer
      }
      try {
        return await again(attempt).catch(async (error: unknown) => {
          if (isReached || !isAway(error)) throw error
          await new Promise((done) => setTimeout(done, GOODBYE_MS))
          return again(attempt)
        })
      } catch (error) {
        if (error instanceof Undo) return error.answer
        throw asOutage(error)
      } finally {
        leave?.()
      }
    },
    async whoOf(via, secret, at) {
      try {
        const holder = await again(() => holderOf(engine.app, via, secret, at))
        if (holder === null) return null
        const register = await lent(engine, held, holder.register)
        return { who: whoFrom(holder, register, home, at.today), sample: holder.sample }
      } catch (error) {
        throw asOutage(error)
      }
    },
    async calendarReader(secret, at) {
      try {
        const found = await again(() => calendarHolder(engine.app, secret, at))
        if (found === null) return null
        const register = await lent(engine, held, await versionOf(engine.app))
        return { who: whoFrom(found.holder, register, home, at.today), language: found.language, sample: found.sample }
      } catch (error) {
        throw asOutage(error)
      }
    },
    accountsThere: () =>
      again(() => accountsThere(engine.app)).catch((error: unknown) => {
        throw asOutage(error)
      }),
  }
}

/**
 * Lost against another transaction: the same row made first, or held; or a table that another server changed beneath a
 * statement that was parsed before. What is asked again sees what the other left. [STO-26]
 */
const RACES = new Set(['23505', '23P01', '40001', '40P01', '0A000', '26000'])
const TRIES = 4

/**
 * A connection that went while it lay idle is found dead by whoever is lent it: nothing was done on it, and another is asked for
 * once the goodbyes of the rest have come. [STO-11]
 */
const GOODBYE_MS = 50

async function again<T>(once: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once()
    } catch (error) {
      if (tried === TRIES || !(error instanceof Error && 'code' in error && RACES.has(String(error.code)))) throw error
    }
  }
}

/** A question sees one state throughout and can change nothing; without that a walk along the chain meets changes on its way. */
const begin = (engine: Engine, kind: 'query' | 'command') =>
  kind === 'query' ? engine.app.transaction().setIsolationLevel('repeatable read').setAccessMode('read only') : engine.app.transaction()

/** Asked before any transaction: who holds a secret, and whether anybody has an account. */
export interface Doorkeeper {
  whoOf(
    via: 'session' | 'token',
    secret: string,
    at: Pick<Context, 'now' | 'today'>,
  ): Promise<{ readonly who: Who; readonly sample: boolean } | null>
  /** Who has the secret of a calendar. */
  calendarReader(secret: string, at: Pick<Context, 'now' | 'today'>): Promise<CalendarReader | null>
  accountsThere(): ReturnType<typeof accountsThere>
}

/**
 * Registers once read, shared by all transactions; a reading that failed is tried again by the next. That of organisations holds
 * for the version it was read at: another server on this database may have committed a succession since. [STO-24]
 */
type Held = {
  places: Promise<PlaceRegister> | null
  organisations: { readonly version: string; readonly register: Promise<OrganisationRegister> } | null
}

const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | null = null
  return () => {
    answer ??= ask()
    return answer
  }
}

/**
 * Gives a connection to read a register with, for as long as it is read: of a transaction its own, for on PGlite there is no
 * second one. Who reads statement by statement, each on whatever connection is free, is waited for by a transaction that
 * keeps the last free one from him: both wait for ever. [STO-27]
 */
type Lend = <T>(read: (one: Kysely<Tables>) => Promise<T>) => Promise<T>

/** Lent a connection first: who waits for a register that is being read must not keep its reader from one. */
async function lent(engine: Engine, held: Held, version: string): Promise<OrganisationRegister> {
  if (held.organisations?.version === version) return held.organisations.register
  return engine.app.connection().execute((db) => organisationsOf(held, db, version))
}

/**
 * Both engines stand as the restricted role already; this says for whom, what he may see, and which command it is. [STO-2]
 * All of it ends with the transaction. @returns the version of the register of organisations that it sees
 */
export async function actAs(db: Kysely<Tables>, who: Who, changes = false): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select set_config('lienvung.actor', ${who.id}, true), set_config('lienvung.sight', ${sightOf(who)}, true),
      set_config('lienvung.bodies', ${who.bodies.join('\u001f')}, true), set_config('lienvung.accounts', ${accountsFor(who)}, true),
      set_config('lienvung.keeps', ${denied(who, KEEPS) === null ? 'yes' : ''}, true),
      set_config('lienvung.keeping', ${[keepingOf(who)].flat().join('\u001f')}, true),
      set_config('lienvung.change', ${changes ? randomUUID() : ''}, true), ${registerVersion} as version`.execute(db)
  return rows[0]?.version ?? ''
}

async function versionOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ version: string }>`select ${registerVersion} as version`.execute(db)
  return rows[0]?.version ?? ''
}

function portsOver(
  db: Kysely<Tables>,
  context: Context,
  home: string,
  held: Held,
  version: () => Promise<string>,
  steady: () => Promise<void>,
  settled: () => Promise<void>,
  lend: Lend = (read) => read(db),
): { readonly ports: Ports; readonly write: () => Promise<void> } {
  const history = historyPorts(db, context)
  const last: (() => Promise<void>)[] = []
  const places = (): Promise<PlaceRegister> => held.places ?? lend((one) => placesOf(held, one))
  const organisations = async (): Promise<OrganisationRegister> => {
    const seen = await version()
    return held.organisations?.version === seen ? held.organisations.register : lend((one) => organisationsOf(held, one, seen))
  }
  return {
    ports: {
      ...documentPorts(db, context),
      ...missPorts(db),
      ...taskPorts(db, context, home, (work) => last.push(work)),
      ...boardPorts(db, context, home),
      ...feedPorts(db, context),
      ...searchPorts(db, { organisations, places }),
      ...taskLifePorts(db, context),
      ...publicTaskPorts(db),
      ...filePorts(db, context),
      ...history.ports,
      ...placePorts(db, places),
      ...receiptPorts(db, context),
      ...peoplePorts(db, context),
      ...personalPorts(db, context),
      ...entrancePorts(db, context),
      ...calendarPorts(db, context),
      ...termPorts(db, context),
      ...noticePorts(db, context),
      ...mailPorts(db, context, organisations, home),
      ...organisationPorts(organisations, home, steady),
      ...successionPorts(db, context, settled),
      ...datasetPorts(db, context, { organisations, places }),
      ...importPorts(db, context),
      ...figureReportPorts(db, context),
    },
    async write() {
      for (const work of last) await work()
      await history.write()
    },
  }
}

function placesOf(held: Held, db: Kysely<Tables>): Promise<PlaceRegister> {
  held.places ??= readPlaceRegister(db).catch((error: unknown) => {
    held.places = null
    throw error
  })
  return held.places
}

function organisationsOf(held: Held, db: Kysely<Tables>, version: string): Promise<OrganisationRegister> {
  if (held.organisations?.version === version) return held.organisations.register
  const register = readOrganisationRegister(db).catch((error: unknown) => {
    if (held.organisations?.register === register) held.organisations = null
    throw error
  })
  held.organisations = { version, register }
  return register
}
