import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok, type Result, refuse } from '../../src/base/result.ts'
import { type Role, roles } from '../../src/kernel/access/role.ts'
import { NOBODY, OPERATOR, type Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import type { Context } from '../../src/operations/operation.ts'
import { registry } from '../../src/operations/registry.ts'
import type { Store } from '../../src/operations/store.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'

/**
 * Every operation × role × own or another's body × internal or public work. The expected table is written here by hand, not
 * computed by what it tests: an operation that is added needs a row.
 *
 * For operations on a record, a cell has a letter each for: own internal, own public, another's internal, another's public.
 * `y` let through · `h` hidden, as if there were none · `s` seen, and not his to do · `r` not for his role.
 */
const HEALTH = 'so-y-te-da-nang-origin'
const OFFICE = 'van-phong-ubnd-da-nang-origin'

/** Roles that an operation means at the centre: held here by hand, like the rest of the table. */
const atCentre: ReadonlySet<Role> = new Set(['clerk', 'office', 'leader'])

/** Who may ask, of what is not about one record of work. */
const asked: Readonly<Record<string, 'anyone' | 'signed-in' | readonly Role[]>> = {
  'directive.extract': 'signed-in',
  'directive.misses': ['clerk', 'office', 'administrator'],
  'board.show': 'signed-in',
  'work.show': 'signed-in',
  'task.counts': 'signed-in',
  'due.list': 'signed-in',
  'notice.count': 'signed-in',
  'notice.list': 'signed-in',
  'notice.mark': 'signed-in',
  'mail.choose': 'signed-in',
  'mail.get': 'signed-in',
  'calendar-address.make': 'signed-in',
  'calendar-address.revoke': 'signed-in',
  'feed.list': 'signed-in',
  'search.all': 'signed-in',
  'history.verify': ['administrator', 'auditor'],
  'place.carry': 'anyone',
  'place.resolve': 'anyone',
  'place.list': 'anyone',
  'place.get': 'anyone',
  'place.successors': 'anyone',
  'place.predecessors': 'anyone',
  'place.outlines': 'anyone',
  'organisation.resolve': 'anyone',
  'organisation.list': 'anyone',
  'organisation.get': 'anyone',
  'organisation.successors': 'anyone',
  'organisation.predecessors': 'anyone',
  'succession.list': ['administrator', 'office', 'leader', 'auditor'],
  'succession.get': ['administrator', 'office', 'leader', 'auditor'],
  'succession.rehearse': ['administrator', 'office', 'leader', 'auditor'],
  'succession.plan': ['administrator', 'office', 'leader'],
  'succession.known': ['administrator', 'office', 'leader'],
  'succession.correct': ['administrator', 'office', 'leader'],
  'succession.route': ['administrator', 'office', 'leader'],
  'succession.delete': ['administrator', 'office', 'leader'],
  'succession.commit': ['leader'],
  'succession.undo': ['leader'],
  'calendar.days': 'anyone',
  'calendar.add-working-days': 'anyone',
  'calendar.correct-day': ['administrator'],
  'calendar.decide': ['administrator'],
  'region.list': 'anyone',
  'public-task.list': 'anyone',
  'dataset.list': 'anyone',
  'dataset.get': 'anyone',
  'dataset.rows': 'anyone',
  'dataset.differences': 'anyone',
  'dataset.summary': 'anyone',
  'dataset.carry': 'anyone',
  'dataset.changes': 'anyone',
  'dataset.describe': ['steward'],
  'figure-report.add': 'anyone',
  'figure-report.follow': 'anyone',
  'figure-report.list': ['steward'],
  'figure-report.get': ['steward'],
  'figure-report.answer': ['steward'],
  'dataset.retain': ['steward'],
  'dataset.thin': ['steward'],
  'import.start': ['steward'],
  'import.list': ['steward'],
  'import.get': ['steward'],
  'import.reread': ['steward'],
  'import.commit': ['steward'],
  'import.leave-out': ['steward'],
  'import.cancel': ['steward'],
  'me.get': 'signed-in',
  'me.data': 'signed-in',
  'session.list': 'signed-in',
  'session.end': 'signed-in',
  'session.end-all': 'signed-in',
  'token.list': 'signed-in',
  'token.make': 'signed-in',
  'token.revoke': 'signed-in',
  'duty.appoint-deputy': 'signed-in',
  'duty.end': 'signed-in',
  'person.list': ['administrator', 'auditor'],
  'person.get': ['administrator', 'auditor'],
  'person.add': ['administrator'],
  'person.correct': ['administrator'],
  'person.disable': ['administrator'],
  'person.enable': ['administrator'],
  'person.erase': ['administrator'],
  'technical.retire': ['administrator'],
  'person.reset-link': ['administrator'],
  'person.end-sessions': ['administrator'],
  'person.bind-provider': ['administrator'],
  'person.unbind-provider': ['administrator'],
  'duty.give': ['administrator'],
  'security-event.list': ['administrator', 'auditor'],
}

type Cells = Readonly<Record<Role, string>>
type Row = { readonly atBody: Cells; readonly atCentre: Cells }
const all = (cell: string): Record<Role, string> => ({
  administrator: cell,
  clerk: cell,
  office: cell,
  leader: cell,
  specialist: cell,
  steward: cell,
  'duty-officer': cell,
  auditor: cell,
})

/** A letter, the words of a task in it and what was said about it are for whoever has work from it; that the work is public opens none. */
const reads: Row = { atBody: { ...all('yyhh'), administrator: 'yyyy', auditor: 'yyyy' }, atCentre: all('yyyy') }
/** The lead reports: whoever works for it, in a role that reports; the others of that body are told which would do. */
const leads: Row = {
  atBody: { ...all('yyhh'), administrator: 'rrss', 'duty-officer': 'rrhh', auditor: 'rrss' },
  atCentre: all('ssss'),
}
/** No body here coordinates. */
const coordinates: Row = { atBody: { ...all('sshh'), administrator: 'ssss', auditor: 'ssss' }, atCentre: all('ssss') }
/** The side that assigns: office and leaders of the centre. */
const assigns: Row = {
  atBody: { ...all('sshh'), administrator: 'ssss', auditor: 'ssss' },
  atCentre: { ...all('ssss'), office: 'yyyy', leader: 'yyyy' },
}
const raises: Row = { atBody: leads.atBody, atCentre: assigns.atCentre }
const decides: Row = { atBody: assigns.atBody, atCentre: { ...all('ssss'), leader: 'yyyy' } }
/** Directives are prepared at the centre, by those who take them in. */
const prepares: Row = { atBody: all('rrrr'), atCentre: { ...all('rrrr'), clerk: 'yyyy', office: 'yyyy' } }
const givesOut: Row = { atBody: all('rrrr'), atCentre: { ...all('rrrr'), office: 'yyyy', leader: 'yyyy' } }

/** What everybody may read is decided at the centre, or by an administrator. */
const opens: Row = {
  atBody: { ...all('rrrr'), administrator: 'yyyy' },
  atCentre: { ...all('rrrr'), office: 'yyyy', leader: 'yyyy', administrator: 'yyyy' },
}

const onRecords: Readonly<Record<string, Row & { readonly of: 'task' | 'document' }>> = {
  'task.get': { ...reads, of: 'task' },
  'task.events': { ...reads, of: 'task' },
  'task.list': { ...reads, of: 'task' },
  'history.list': { ...reads, of: 'task' },
  'task.acknowledge': { ...leads, of: 'task' },
  'task.dispute': { ...leads, of: 'task' },
  'task.progress': { ...leads, of: 'task' },
  'task.claim': { ...leads, of: 'task' },
  'task.ask-extension': { ...leads, of: 'task' },
  'task.escalate': { ...raises, of: 'task' },
  'task.part': { ...coordinates, of: 'task' },
  'task.answer': { ...raises, of: 'task' },
  'task.uphold': { ...assigns, of: 'task' },
  'task.return': { ...assigns, of: 'task' },
  'task.accept': { ...assigns, of: 'task' },
  'task.grant-extension': { ...assigns, of: 'task' },
  'task.refuse-extension': { ...assigns, of: 'task' },
  'task.extend': { ...assigns, of: 'task' },
  'task.correct-due': { ...assigns, of: 'task' },
  'task.cancel': { ...assigns, of: 'task' },
  'task.decide': { ...decides, of: 'task' },
  'task.correct': { ...prepares, of: 'task' },
  'task.confirm': { ...prepares, of: 'task' },
  'task.discard': { ...prepares, of: 'task' },
  'task.reopen': { ...prepares, of: 'task' },
  'task.members': { ...prepares, of: 'task' },
  'task.expand': { ...prepares, of: 'task' },
  'task.settle': { ...prepares, of: 'task' },
  'task.heirs': { ...prepares, of: 'task' },
  'task.choose-heirs': { ...prepares, of: 'task' },
  'task.divide': { ...prepares, of: 'task' },
  'task.join': { ...prepares, of: 'task' },
  'task.move': { ...prepares, of: 'task' },
  'task.undo': { ...prepares, of: 'task' },
  'task.reassign': { ...givesOut, of: 'task' },
  'task.set-visibility': { ...opens, of: 'task' },
  'document.get': { ...reads, of: 'document' },
  'document.list': { ...reads, of: 'document' },
  'document.correct': { ...prepares, of: 'document' },
  'document.receive': { ...prepares, of: 'document' },
  'document.assign': { ...givesOut, of: 'document' },
  'task.add': { ...prepares, of: 'document' },
  'task.propose': { ...prepares, of: 'document' },
}

/** What each is asked with, beyond the record and its version; fields it does not take are left out. */
const said = {
  words: 'nội dung',
  day: '2027-01-15',
  document: '12/UBND',
  title: 'việc mới',
  bodies: ['Sở Y tế'],
  choice: 'x',
  visibility: 'public',
} as const

const HIDDEN: ReadonlySet<string> = new Set(['not-found'])
const NOT_HIS: ReadonlySet<string> = new Set(['not-the-lead', 'not-the-assigner', 'not-the-leader', 'not-a-coordinator'])

const PERSON = '00000000-0000-4000-8000-000000000001'
const at = (role: Role, organisation: string): Who => ({
  kind: 'person',
  id: PERSON,
  name: 'Người thử',
  session: '00000000-0000-4000-8000-000000000002',
  duties: [{ role, organisation, central: organisation === OFFICE, deputyFor: null }],
  bodies: [organisation],
})

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let store: Store
  const records: { task: string; code: string; document: string; version: number; documentVersion: number; text: string }[] = []
  const context = (who: Who): Context => ({ who, today: day('2026-03-10'), now: '2026-03-10T02:00:00.000Z', language: 'vi' })

  beforeAll(async () => {
    opened = await open()
    store = storeOver(opened.engine, 'Đà Nẵng')
    const call = caller(store)
    got(
      await store.transaction(context(OPERATOR), 'command', async (ports) => {
        await ports.people.add({ id: PERSON, name: 'Người thử', sample: false, login: 'thu', email: null })
        ports.history.record({ entity: 'person', id: PERSON, verb: 'added', change: {} })
        return ok(null)
      }),
    )
    for (const [n, lead] of ['Sở Y tế', 'Sở Y tế', 'Sở Xây dựng', 'Sở Xây dựng'].entries()) {
      const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${n + 1}/UBND-KT\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\nGiao ${lead} chủ trì rà soát việc thứ ${n + 1} trước ngày 15/12/2026.`
      const { id } = got(await call(documentReceive, context(OPERATOR), { text }))
      const [proposed] = got(await call(documentGet, context(OPERATOR), { id })).tasks
      got(await call(taskConfirm, context(OPERATOR), { id: proposed?.id, version: proposed?.version }))
      got(await call(documentAssign, context(OPERATOR), { id }))
      const document = got(await call(documentGet, context(OPERATOR), { id }))
      const [task] = document.tasks
      if (task === undefined || task.code === null) throw new Error('a task is given out')
      records.push({ task: task.id, code: task.code, document: id, version: task.version, documentVersion: document.version, text })
    }
    await opened.engine.asOwner((owner) =>
      owner.query("update task set visibility = 'public' where id = any ($1::uuid[])", [[records[1]?.task, records[3]?.task]]),
    )
  })
  afterAll(async () => {
    await opened.close()
  })

  /** Asks, and undoes what was done: each cell meets the same state. */
  async function ask(name: string, who: Who, given: object): Promise<Result<unknown, { readonly code: string }>> {
    const operation = registry.find((one) => one.name === name)
    if (operation === undefined) throw new Error(`no operation ${name}`)
    let answer: Result<unknown, { readonly code: string }> | null = null
    const undoing: Store = {
      transaction: (asked, kind, work) =>
        store.transaction(asked, kind, async (ports) => {
          const done = await work(ports)
          answer = done
          return kind === 'command' && done.ok ? refuse({ code: 'key-reused' }) : done
        }),
    }
    const denied = await caller(undoing)(operation, context(who), given)
    return answer ?? denied
  }

  const fieldsOf = (name: string): ReadonlySet<string> => {
    const input = registry.find((one) => one.name === name)?.input
    return new Set(input !== undefined && 'shape' in input && typeof input.shape === 'object' ? Object.keys(input.shape ?? {}) : [])
  }

  async function cell(name: string, who: Who, record: (typeof records)[number]): Promise<string> {
    const of = onRecords[name]?.of
    const takes = fieldsOf(name)
    const own = of === 'task' ? { id: record.task, version: record.version } : { id: record.document, version: record.documentVersion }
    const isList = name.endsWith('.list')
    const given = {
      ...(isList ? {} : said),
      ...own,
      entity: 'task',
      text: `${record.text}\n\nGiao Sở Tư pháp chủ trì thẩm định dự thảo.`.replace(/Số: (\d)/, 'Số: 9$1'),
      limit: 500,
    }
    const fields = Object.fromEntries(Object.entries(given).filter(([field]) => takes.has(field)))
    const answer = await ask(name, who, fields)
    if (answer.ok) return !isList || JSON.stringify(answer.value).includes(own.id) ? 'y' : 'h'
    const { code } = answer.refusal
    if (code === 'role-missing' || code === 'sign-in-needed') return 'r'
    return HIDDEN.has(code) ? 'h' : NOT_HIS.has(code) ? 's' : 'y'
  }

  test('[ACC-2] every operation has a row, and no row is of none', () => {
    expect([...Object.keys(asked), ...Object.keys(onRecords)].toSorted()).toEqual(registry.map((one) => one.name).toSorted())
  })

  test('[ACC-2] what is not about one record: for whom it is, and at the centre only where the role says nothing of the whole elsewhere', async () => {
    const found: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    for (const [name, access] of Object.entries(asked)) {
      const through = async (who: Who): Promise<boolean | string> => {
        const answer = await ask(name, who, {})
        return answer.ok || !['sign-in-needed', 'role-missing'].includes(answer.refusal.code) ? true : answer.refusal.code
      }
      expected[name] = {
        nobody: access === 'anyone' ? true : 'sign-in-needed',
        ...Object.fromEntries(roles.map((role) => [role, typeof access === 'string' || access.includes(role) ? true : 'role-missing'])),
      }
      const cells: [string, unknown][] = [['nobody', await through(NOBODY)]]
      for (const role of roles) cells.push([role, await through(at(role, atCentre.has(role) ? OFFICE : HEALTH))])
      found[name] = Object.fromEntries(cells)
      const elsewhere = await Promise.all([...atCentre].map((role) => through(at(role, HEALTH))))
      // of another body these three are like everybody who is signed in
      if (typeof access !== 'string') expect([name, elsewhere]).toEqual([name, ['role-missing', 'role-missing', 'role-missing']])
    }
    expect(found).toEqual(expected)
  }, 120_000)

  test.each(Object.entries(onRecords))(
    '[ACC-2] [ACC-4] %s',
    async (name, row) => {
      const cells = async (who: Who): Promise<string> => {
        let text = ''
        for (const record of records) text += await cell(name, who, record)
        return text
      }
      const found = { atBody: { ...all('') }, atCentre: { ...all('') } }
      for (const role of roles) {
        found.atBody[role] = await cells(at(role, HEALTH))
        found.atCentre[role] = await cells(at(role, OFFICE))
      }
      expect(found).toEqual({ atBody: row.atBody, atCentre: row.atCentre })
      expect(await cells(NOBODY)).toBe('rrrr')
    },
    60_000,
  )
})
