import type { Kysely } from 'kysely'
import { byName } from '../../base/fold.ts'
import { foldLogin } from '../../kernel/access/login.ts'
import { deputyForms, roles } from '../../kernel/access/role.ts'
import { day } from '../../kernel/period/day.ts'
import type { NewPerson, PeoplePorts, StoredDuty, StoredPerson } from '../../operations/access/ports.ts'
import type { Context } from '../../operations/operation.ts'
import { keepPersonal } from '../history/personal-store.ts'
import { isUuid } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { accountKey, makeAccountKey } from './people-keys.ts'

/** People and their duties. Names, logins and e-mails are personal values; the rows, and so the history, hold references. [ACC-5] */
export const peoplePorts = (db: Kysely<Tables>, context: Context): PeoplePorts => ({
  people: {
    namesOf: (ids) => namesOf(db, ids),
    async all() {
      return byName((await people(db).execute()).map(personOf), (one) => one.name ?? '')
    },
    async get(id) {
      if (!isUuid(id)) return null
      const row = await people(db).where('p.id', '=', id).executeTakeFirst()
      return row === undefined ? null : personOf(row)
    },
    async account(person) {
      const row = await accountOf(db, person).executeTakeFirst()
      return row === undefined ? null : { login: row.login, email: row.email, hasPassword: row.password_at !== null }
    },
    byLogin: (login) => holderOfKey(db, 'login', login),
    byEmail: (email) => holderOfKey(db, 'email', email),
    add: (person) => add(db, context, person),
    correct: (id, version, to) => correct(db, context, id, version, to),
    async duties(filter) {
      // a text that is no uuid names nobody
      const named = [filter.person, filter.deputiesFor].every((id) => id === undefined || isUuid(id))
      return named ? (await dutiesOf(db, filter).execute()).map(dutyOf) : []
    },
    async duty(id) {
      if (!isUuid(id)) return null
      const row = await db.selectFrom('duty').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : dutyOf(row)
    },
    async giveDuty(duty) {
      const { id } = await db
        .insertInto('duty')
        .values({
          person_id: duty.person,
          role: duty.role,
          organisation_id: duty.organisation,
          from_day: duty.from,
          to_day: duty.to,
          deputy_for: duty.deputyFor?.person ?? null,
          deputy_form: duty.deputyFor?.form ?? null,
          basis: duty.basis,
          recorded_at: context.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },
    async endDuty(id, version, to) {
      const done = await db
        .updateTable('duty')
        .set({ to_day: to, version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
  },
})

/** The names people have now, by id; who is not a person here, or was erased, is absent. */
export async function namesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter(isUuid))]
  if (asked.length === 0) return new Map()
  const rows = await people(db).where('p.id', 'in', asked).execute()
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}

export const people = (db: Kysely<Tables>) =>
  db
    .selectFrom('person as p')
    .leftJoin('personal_value as v', 'v.id', 'p.name_id')
    .select(['p.id', 'p.version', 'p.sample', 'p.disabled_at', 'v.value as name'])
    .orderBy('p.id')

const personOf = (row: {
  id: string
  version: number
  sample: boolean
  disabled_at: string | null
  name: string | null
}): StoredPerson => ({
  id: row.id,
  version: row.version,
  name: row.name,
  sample: row.sample,
  disabled: row.disabled_at !== null,
})

export const accountOf = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom('account as a')
    .leftJoin('personal_value as l', 'l.id', 'a.login_id')
    .leftJoin('personal_value as e', 'e.id', 'a.email_id')
    .select(['l.value as login', 'e.value as email', 'a.password_at'])
    .where('a.person_id', '=', person)

export function dutiesOf(db: Kysely<Tables>, { person, deputiesFor, on }: Parameters<PeoplePorts['people']['duties']>[0]) {
  let query = db.selectFrom('duty').selectAll().orderBy('from_day', 'desc').orderBy('id')
  if (person !== undefined) query = query.where('person_id', '=', person)
  if (deputiesFor !== undefined) query = query.where('deputy_for', '=', deputiesFor)
  if (on !== undefined) query = query.where('from_day', '<=', on).where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', on)]))
  return query
}

type DutyRow = Awaited<ReturnType<ReturnType<typeof dutiesOf>['execute']>>[number]

function dutyOf(row: DutyRow): StoredDuty {
  const role = roles.find((one) => one === row.role)
  if (role === undefined) throw new Error(`no role ${row.role}`)
  const form = deputyForms.find((one) => one === row.deputy_form)
  return {
    id: row.id,
    version: row.version,
    person: row.person_id,
    role,
    organisation: row.organisation_id,
    from: day(row.from_day),
    to: row.to_day === null ? null : day(row.to_day),
    deputyFor: row.deputy_for === null || form === undefined ? null : { person: row.deputy_for, form },
    basis: row.basis,
  }
}

async function holderOfKey(db: Kysely<Tables>, kind: 'login' | 'email', value: string): Promise<string | null> {
  const key = await accountKey(db, kind, foldLogin(value))
  if (key === null) return null
  const row = await db
    .selectFrom('account')
    .select('person_id')
    .where(kind === 'login' ? 'login_key' : 'email_key', '=', key)
    .executeTakeFirst()
  return row?.person_id ?? null
}

async function add(db: Kysely<Tables>, context: Context, person: NewPerson): Promise<void> {
  await makeAccountKey(db)
  const name = await keepPersonal(db, person.name, { person: person.id, kind: 'name' })
  await db.insertInto('person').values({ id: person.id, name_id: name.personal, sample: person.sample, recorded_at: context.now }).execute()
  await db
    .insertInto('account')
    .values({
      person_id: person.id,
      ...(person.login === null ? {} : await found(db, person.id, 'login', person.login)),
      ...(person.email === null ? {} : await found(db, person.id, 'email', person.email)),
    })
    .execute()
}

/** The columns by which an account is found, and the value itself put apart. */
async function found(db: Kysely<Tables>, person: string, kind: 'login' | 'email', value: string) {
  const key = await accountKey(db, kind, foldLogin(value))
  const { personal } = await keepPersonal(db, value.trim(), { person, kind })
  return kind === 'login' ? { login_key: key, login_id: personal } : { email_key: key, email_id: personal }
}

async function correct(
  db: Kysely<Tables>,
  context: Context,
  id: string,
  version: number,
  { name, login, email, disabled }: Parameters<PeoplePorts['people']['correct']>[2],
): Promise<boolean> {
  const done = await db
    .updateTable('person')
    .set({
      version: version + 1,
      ...(name === undefined ? {} : { name_id: (await keepPersonal(db, name, { person: id, kind: 'name' })).personal }),
      ...(disabled === undefined ? {} : { disabled_at: disabled ? context.now : null }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  for (const [kind, value] of [['login', login] as const, ['email', email] as const])
    if (value !== undefined)
      await db
        .updateTable('account')
        .set(await found(db, id, kind, value))
        .where('person_id', '=', id)
        .execute()
  return true
}
