import { fold } from '../src/base/fold.ts'
import { addDays, type Day } from '../src/kernel/period/day.ts'
import type { Engine, Owner } from '../src/store/engine/engine.ts'
import { seeded } from './random.ts'

/**
 * The work of some years of a province: documents, tasks given out, who holds them, when they are due, and what was said
 * about them in the order in which it was said. The same rows from the same seed and the same day.
 */
export type Size = { readonly documents: number; readonly tasks: number; readonly events: number }
export const FULL: Size = { documents: 5000, tasks: 100_000, events: 1_000_000 }

const YEARS_DAYS = 1500
const WORKS = [
  'rà soát hiện trạng cấp nước sạch nông thôn',
  'lập danh mục công trình xuống cấp cần sửa chữa',
  'tổ chức tập huấn nghiệp vụ cho cán bộ cấp xã',
  'xây dựng cơ sở dữ liệu dùng chung về giao thông',
  'kiểm tra việc chấp hành quy hoạch sử dụng đất',
  'báo cáo kết quả giải ngân vốn đầu tư công',
  'đề xuất phương án phòng chống sạt lở bờ biển',
  'ký kết quy chế phối hợp chia sẻ dữ liệu quan trắc',
]
const SAID = [
  'Đã hoàn thành khảo sát thực địa, đang tổng hợp số liệu của các đơn vị',
  'Đã có văn bản lấy ý kiến các sở, ngành và địa phương liên quan',
  'Đang hoàn thiện dự thảo, dự kiến trình trong tuần tới',
  'Còn vướng về nguồn kinh phí, đang làm việc với Sở Tài chính',
]

type Body = { readonly id: string; readonly name: string }
/** One row of a task, as far as its events need it. Days are counted from the first. */
type Made = {
  readonly given: number
  readonly closed: number | null
  readonly state: string
  readonly lead: Body
  readonly help: readonly Body[]
}

export async function seedBoard(engine: Engine, today: Day, { documents, tasks, events }: Size = FULL): Promise<void> {
  const first = addDays(today, -YEARS_DAYS)
  await engine.asOwner(async (owner) => {
    const leads = await bodies(owner, "kind = 'internal' and of_place = 'Đà Nẵng'", 60)
    const neighbours = await bodies(owner, "kind = 'locality' and rank = 'province' and id <> 'ubnd-p48-origin'", 5)
    const random = seeded(20_261_125)
    const made = Array.from({ length: tasks }, () => work(random, leads, neighbours))
    // rows of a bench: no history is kept of them, and references hold by construction
    await owner.trusting(async () => {
      await owner.copyIn(
        'document (id, slug, type, number, issuer, signed_on, identity_key, words_sha256, text, sha256, source, search, received_at, received_by)',
        documentLines(documents, first),
      )
      await owner.copyIn(
        `task (id, code, document_id, position, origin, state, kind, title, quote, spans, corrections, named, open_class, due_day,
          due_original, closed_on, lead_name, lead_id, search, assigner, assigned_on, percent, asked_day, escalated, recorded_at,
          changed_by, changed_at)`,
        taskLines(made, documents, first),
      )
      await owner.copyIn('assignment (task_id, organisation_id, name, role, from_day, to_day, basis)', holderLines(made, leads, first))
      await owner.copyIn('due_fact (task_id, day, reason, rule, words, recorded_at)', dueLines(made, first))
      await owner.copyIn(
        'task_event (task_id, version, kind, at, on_day, actor, organisation_id, organisation_name, percent, words, day, document)',
        eventLines(made, events, first),
      )
    })
    for (const table of ['document', 'task', 'assignment', 'due_fact', 'task_event']) await owner.script(`vacuum (analyze) ${table}`)
  })
}

const bodies = async (owner: Owner, which: string, most: number): Promise<readonly Body[]> =>
  (
    await owner.query(
      `select o.id, min(n.name) as name from organisation o join organisation_name n on n.organisation_id = o.id
       where ${which} group by o.id order by o.id limit ${most}`,
    )
  ).map((row) => ({ id: String(row['id']), name: String(row['name']) }))

/** Days, each derived from the number of the task alone, so that rows of several tables agree. */
const lengthOf = (i: number): number => 20 + ((i * 37) % 300)
/** Granted three days before the first due day, when that has come and the work was still open. */
const isExtended = (i: number, it: Made): boolean => hasDue(i) && i % 9 === 0 && it.given + lengthOf(i) - 3 < (it.closed ?? YEARS_DAYS)
const hasDue = (i: number): boolean => i % 20 !== 7
const EXTENSION_DAYS = 45

function work(random: () => number, leads: readonly Body[], neighbours: readonly Body[]): Made {
  const pick = <T>(list: readonly T[], skew = 1): T => list[Math.floor(random() ** skew * list.length)] as T
  // leads have very different amounts of work, and there is more of late
  const given = Math.floor(random() ** 0.7 * (YEARS_DAYS - 1))
  const done = given + 5 + Math.floor(random() * 400)
  const isDone = done < YEARS_DAYS && random() < 0.9
  const isCancelled = random() < 0.02
  const open = random()
  const state = isCancelled
    ? 'cancelled'
    : isDone
      ? 'done'
      : open < 0.03
        ? 'claimed'
        : open < 0.04
          ? 'disputed'
          : open < 0.2
            ? 'assigned'
            : 'active'
  const help = [...(random() < 0.6 ? [pick(leads)] : []), ...(random() < 0.15 ? [pick(neighbours)] : [])]
  const lead = pick(leads, 2)
  return {
    given,
    closed: isCancelled || isDone ? Math.min(done, YEARS_DAYS) : null,
    state,
    lead,
    help: help.filter((one) => one.id !== lead.id),
  }
}

/** Spread as random ones are, and told from the number alone. */
const uuid = (kind: number, n: number): string => {
  const mixed = (Math.imul(n + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')
  return `${mixed}-0000-4000-800${kind}-${n.toString(16).padStart(12, '0')}`
}
export const taskId = (n: number): string => uuid(2, n)
const line = (...fields: readonly (string | number | boolean | null)[]): string =>
  `${fields.map((field) => (field === null ? '\\N' : String(field))).join('\t')}\n`
const numberOf = (d: number): string => `${1 + (d % 3000)}/UBND-${['TH', 'KT', 'NC', 'KGVX'][d % 4]}`

function* documentLines(documents: number, first: Day): Iterable<string> {
  for (let d = 0; d < documents; d += 1) {
    const on = addDays(first, Math.floor((d / documents) * YEARS_DAYS))
    const search = fold(`${numberOf(d)} Công văn UBND thành phố Đà Nẵng`)
    const text = `UBND THÀNH PHỐ ĐÀ NẴNG\\nSố: ${numberOf(d)}\\n${'Giao các sở, ban, ngành triển khai. '.repeat(60)}`
    yield line(
      uuid(1, d),
      `cv-${d}`,
      'Công văn',
      numberOf(d),
      'UBND thành phố Đà Nẵng',
      on,
      `k${d}`,
      `w${d}`,
      text,
      `s${d}`,
      'pasted',
      search,
      `${on} 08:00:00+07`,
      'p1',
    )
  }
}

/** As of work whose sentence was not read by the grammar. */
const NO_SPANS = JSON.stringify({ lead: [], coordinating: [], due: [], period: [], recipients: [] })

function* taskLines(made: readonly Made[], documents: number, first: Day): Iterable<string> {
  for (const [i, it] of made.entries()) {
    const d = Math.min(documents - 1, Math.floor((it.given / YEARS_DAYS) * documents))
    const given = addDays(first, it.given)
    const original = hasDue(i) ? addDays(given, lengthOf(i)) : null
    const due = original !== null && isExtended(i, it) ? addDays(original, EXTENSION_DAYS) : original
    const title = `${WORKS[i % WORKS.length]} đợt ${1 + (i % 400)}`
    const quote = `Giao ${it.lead.name} chủ trì, phối hợp với các đơn vị liên quan ${title}; báo cáo kết quả về UBND thành phố để theo dõi, chỉ đạo.`
    const code = `NV-${given.slice(0, 4)}-${String(i).padStart(6, '0')}`
    const body = (one: Body) => ({ name: one.name, organisation: one.id, isClass: false })
    const named = JSON.stringify({ lead: [body(it.lead)], coLead: [], coordinating: it.help.map(body), recipients: [] })
    const open = it.closed === null
    const asked = open && due !== null && i % 17 === 3 ? addDays(due, 30) : null
    const closed = it.closed === null ? null : addDays(first, it.closed)
    yield line(
      uuid(2, i),
      code,
      uuid(1, d),
      i,
      'extracted',
      it.state,
      'once',
      title,
      quote,
      NO_SPANS,
      '[]',
      named,
      false,
      due,
      original,
      closed,
      it.lead.name,
      it.lead.id,
      fold(`${title} ${quote} ${code} ${numberOf(d)} ${it.lead.name}`),
      'p1',
      given,
      open ? (i * 7) % 100 : 100,
      asked,
      open && i % 211 === 0,
      `${given} 09:00:00+07`,
      'p1',
      `${given} 09:00:00+07`,
    )
  }
}

function* holderLines(made: readonly Made[], leads: readonly Body[], first: Day): Iterable<string> {
  for (const [i, it] of made.entries()) {
    const given = addDays(first, it.given)
    const basis = uuid(2, i)
    // some work has changed hands
    if (i % 25 === 0) {
      const before = leads[i % leads.length] as Body
      const moved = addDays(given, 10)
      yield line(uuid(2, i), before.id, before.name, 'lead', given, moved, basis)
      yield line(uuid(2, i), it.lead.id, it.lead.name, 'lead', moved, null, basis)
    } else yield line(uuid(2, i), it.lead.id, it.lead.name, 'lead', given, null, basis)
    for (const one of it.help) yield line(uuid(2, i), one.id, one.name, 'coordinator', given, null, basis)
  }
}

function* dueLines(made: readonly Made[], first: Day): Iterable<string> {
  for (const [i, it] of made.entries()) {
    const given = addDays(first, it.given)
    const original = hasDue(i) ? addDays(given, lengthOf(i)) : null
    yield line(uuid(2, i), original, 'original', 'inclusive', null, `${given} 09:00:00+07`)
    if (original !== null && isExtended(i, it))
      yield line(uuid(2, i), addDays(original, EXTENSION_DAYS), 'extension', 'granted', null, `${addDays(original, -3)} 10:00:00+07`)
  }
}

const KINDS = [
  'progress',
  'part',
  'acknowledged',
  'extension-asked',
  'extension-granted',
  'claimed',
  'returned',
  'accepted',
  'cancelled',
  'disputed',
  'escalated',
] as const

/** Every event of every task, then ordered by time, as they would have been written. */
function* eventLines(made: readonly Made[], events: number, first: Day): Iterable<string> {
  const random = seeded(7)
  const at: number[] = []
  const of: number[] = []
  const kind: number[] = []
  const add = (time: number, task: number, name: (typeof KINDS)[number]): void => {
    at.push(Math.min(time, YEARS_DAYS))
    of.push(task)
    kind.push(KINDS.indexOf(name))
  }
  for (const [i, it] of made.entries()) {
    const end = it.closed ?? YEARS_DAYS
    if (it.state !== 'assigned') add(it.given + 0.5, i, 'acknowledged')
    if (isExtended(i, it)) {
      add(it.given + lengthOf(i) - 5, i, 'extension-asked')
      add(it.given + lengthOf(i) - 3, i, 'extension-granted')
    }
    if (it.closed === null && hasDue(i) && i % 17 === 3) add(end - 2, i, 'extension-asked')
    if (it.closed === null && i % 211 === 0) add(end - 1, i, 'escalated')
    if (it.state === 'done' && i % 10 === 0) {
      add(end - 2, i, 'claimed')
      add(end - 1, i, 'returned')
    }
    if (it.state === 'done' || it.state === 'claimed') add(end - 0.4, i, 'claimed')
    if (it.state === 'done') add(end + 0.3, i, 'accepted')
    if (it.state === 'cancelled') add(end, i, 'cancelled')
    if (it.state === 'disputed') add(end - 1, i, 'disputed')
  }
  // the rest is progress and the parts of those who help
  while (at.length < events) {
    const i = Math.floor(random() * made.length)
    const it = made[i] as Made
    const end = it.closed ?? YEARS_DAYS
    add(it.given + 1 + random() * Math.max(1, end - it.given - 2), i, it.help.length > 0 && random() < 0.25 ? 'part' : 'progress')
  }
  const order = Float64Array.from(at, (time, n) => Math.floor(time * 1440) * 4_194_304 + n).sort()
  const version = new Uint16Array(made.length).fill(2)
  for (const key of order) {
    const n = key % 4_194_304
    const i = of[n] as number
    const it = made[i] as Made
    const minutes = Math.floor((at[n] as number) * 1440)
    const on = addDays(first, Math.floor(minutes / 1440))
    const clock = `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const name = KINDS[kind[n] as number] as string
    version[i] = (version[i] as number) + 1
    const spoke = name === 'part' ? (it.help[n % it.help.length] as Body) : it.lead
    yield line(
      uuid(2, i),
      version[i] as number,
      name,
      `${on} ${clock}:00+07`,
      on,
      'p1',
      spoke.id,
      spoke.name,
      name === 'progress' ? (n * 7) % 100 : null,
      SAID[n % SAID.length] as string,
      name === 'extension-asked' ? addDays(on, 60) : null,
      name === 'claimed' ? `${1 + (n % 900)}/BC-SXD` : null,
    )
  }
}
