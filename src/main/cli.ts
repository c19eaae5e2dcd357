import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { speaker } from '../base/text/text.ts'
import { both, surplus } from '../doors/cli/argument-fault.ts'
import { help, helpOf, refused, type Terminal, type Asked as Understood, understand } from '../doors/cli/cli.ts'
import { extractionLines } from '../doors/cli/extraction-lines.ts'
import { contextAt } from '../doors/context.ts'
import { textFields } from '../doors/reading/file-fields.ts'
import { readFileOf } from '../doors/reading/reading.ts'
import { OPERATOR } from '../kernel/access/who.ts'
import { directiveExtract } from '../operations/directive/extract-directive.ts'
import type { DocumentReading } from '../operations/document/reading.ts'
import { registry } from '../operations/registry.ts'
import { StoreFault } from '../store/engine/faults.ts'
import { databaseScript } from '../store/engine/roles.ts'
import { askServer, ServerFault } from './control.ts'
import { isTaken } from './dataset-import.ts'
import { answerTo } from './dataset-import-answers.ts'
import { importHelp, understandImport } from './dataset-import-asked.ts'
import { hasStore, placeOf } from './has-store.ts'
import { openNode } from './open.ts'
import { progressWords } from './progress.ts'
import { restoreNode } from './restore.ts'
import { ownFlags, readSettings, SettingFault, type Settings } from './settings.ts'
import { type Asked, answer } from './verbs.ts'

/**
 * `npm run -s lienvung -- …`: the registry as subcommands, and the verbs that work on files of this machine.
 * When a server holds the data directory the command is asked of it through its local socket; else the store is opened here.
 */
const terminal: Terminal = { out: (text) => console.log(text), err: (text) => console.error(text) }

const others = [
  ['directive extract TỆP [--json] [--issued 2022-05-05]', 'Đọc một văn bản chỉ đạo, không lưu / Read a directive, store nothing'],
  ['directive text TỆP', 'Chữ của một tệp, như khi được đọc / The text of a file, as it is read'],
  ['dataset import TỆP [--title TÊN | --dataset ĐỊA-CHỈ] [--key CỘT] … [--help]', 'Nhập một tệp dữ liệu / Import a file of data'],
  ['dataset first-data', 'Nhập các bộ dữ liệu ban đầu còn thiếu / Bring in the first datasets that are not there yet'],
  ['upgrade', 'Tạo bảng của cơ sở dữ liệu, hoặc nâng cấp / Make the tables of a database, or bring them up to date'],
  ['verify', 'Kiểm tra chuỗi nhật ký / Verify the chain of history'],
  ['backup TỆP', 'Sao lưu, cả khi máy chủ đang chạy / Back up, while running too'],
  ['restore TỆP', 'Phục hồi vào nơi trống / Restore into an empty target'],
  ['export-head TỆP', 'Xuất đầu chuỗi nhật ký có chữ ký / Export the signed head of the chain'],
  ['check-head TỆP', 'Đối chiếu chuỗi nhật ký với một đầu chuỗi đã xuất / Hold the chain against a head exported before'],
  ['database script', 'SQL để người quản trị PostgreSQL chạy một lần / SQL an administrator runs once'],
  ['help', 'Danh sách lệnh / This list'],
] as const

async function run(argv: readonly string[]): Promise<number> {
  const { rest, settings } = settingsOf(argv)
  const [first, second] = rest
  if (first === undefined || first === 'help' || first === '--help') return say(`Liên Vùng\n\n${help(registry, others)}`)
  if (first === 'database' && second === 'script') return say(databaseScript)
  if (first === 'dataset' && second === 'import') return imported(settings, rest.slice(2))
  if (first === 'dataset' && second === 'first-data')
    return rest[2] === undefined ? answered(settings, { verb: 'first-data' }) : notUnderstood(surplus(rest[2]))
  if (first === 'directive' && second === 'extract') return extract(rest.slice(2))
  if (first === 'directive' && second === 'text') return textOf(rest.slice(2))
  const wrong = fileFault(rest)
  if (wrong !== null) return notUnderstood(wrong)
  if (first === 'restore' && second !== undefined) return restored(settings, resolve(second))
  if (first === 'upgrade') return second === undefined ? upgraded(settings) : notUnderstood(surplus(second))
  if (OF_A_STORE.includes(first) && !(await hasStore(settings))) return notUnderstood(noStore(placeOf(settings)))
  if ((first === 'backup' || first === 'export-head') && second !== undefined)
    return answered(settings, { verb: first, file: resolve(second) })
  if (first === 'verify') return verified(settings, { verb: 'operation', name: 'history.verify', fields: {}, language: 'vi' })
  if (first === 'check-head' && second !== undefined) return verified(settings, { verb: 'check-head', file: resolve(second) })
  return operation(settings, rest)
}

/** The verbs that take one file, and no more. */
const WITH_FILE: readonly (string | undefined)[] = ['backup', 'restore', 'export-head', 'check-head']

function fileFault([first = '', second, third]: readonly string[]): string | null {
  if (!WITH_FILE.includes(first)) return null
  if (second === undefined) return both(`Thiếu tên tệp: lienvung ${first} TỆP`, `The name of a file is missing: lienvung ${first} FILE`)
  return third === undefined ? null : surplus(third)
}

/** Makes the tables, or brings them up to date, and loads the registers: the owner's work, which a server of a province may not do. */
async function upgraded(settings: Settings): Promise<number> {
  const node = await openNode(settings, terminal.err)
  await node.close()
  return say(JSON.stringify({ ok: true }, null, 2))
}

/** The verbs that say something of a store that is there: of one made for the question they would say that all is well. */
const OF_A_STORE: readonly string[] = ['backup', 'export-head', 'check-head', 'verify']

const noStore = (place: string): string =>
  both(
    `Ở «${place}» chưa có kho dữ liệu. Chỉ đúng thư mục bằng --data THƯ-MỤC, hoặc cơ sở dữ liệu bằng DATABASE_URL.`,
    `There is no store at “${place}”. Name its directory with --data DIR, or its database with DATABASE_URL.`,
  )

/** Says how far it is on stderr; stdout holds the answer alone. */
async function restored(settings: Settings, file: string): Promise<number> {
  const done = await restoreNode(settings, file, (far) => terminal.err(progressWords(far)))
  terminal.err(
    both(
      'Mọi phiên đăng nhập, mã truy cập, đường dẫn dùng một lần và địa chỉ lịch đã được đóng: bản sao lưu không biết cái nào đã bị thu hồi sau khi sao lưu. Xem lại các tài khoản đã tạm dừng và mật khẩu đã đổi từ đó.',
      'Every session, token, one-time link and calendar address was closed: the backup does not know which were ended after it was made. Look again at accounts held and passwords changed since.',
    ),
  )
  return say(JSON.stringify(done, null, 2))
}

const say = (text: string): number => {
  terminal.out(text)
  return 0
}

/** Flags of the node itself may stand anywhere; the rest is the command. */
function settingsOf(argv: readonly string[]): { readonly rest: readonly string[]; readonly settings: Settings } {
  const { own, rest } = ownFlags(argv)
  return { rest, settings: readSettings(own, process.env) }
}

/** Asks the server that holds the data, or opens the data for this one question. */
async function through(settings: Settings, asked: Asked): ReturnType<typeof answer> {
  // a database that is named is asked itself; the socket leads to whatever server has the directory
  const served = settings.databaseUrl === null ? await askServer(settings.data, asked, terminal.err) : null
  if (served !== null) return served.answer as Awaited<ReturnType<typeof answer>>
  const node = await openNode(settings, terminal.err)
  try {
    return await answer(node, asked, terminal.err)
  } finally {
    await node.close()
  }
}

async function answered(settings: Settings, asked: Asked): Promise<number> {
  const given = await through(settings, asked)
  return given.ok ? say(JSON.stringify(given.value, null, 2)) : refused(given.refusal, 'vi', terminal)
}

/** A file of data, to the end: read, taken, shown. Says how far it is on stderr. */
async function imported(settings: Settings, argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) return say(importHelp())
  const understood = understandImport(argv)
  if ('fault' in understood) return notUnderstood(understood.fault)
  const done = await through(settings, { verb: 'dataset-import', file: resolve(understood.file), fields: understood.fields })
  if (done.ok) {
    say(JSON.stringify(done.value, null, 2))
    return isTaken(done.value) ? 0 : 1
  }
  refused(done.refusal, 'vi', terminal)
  const way = answerTo(done.refusal)
  if (way !== null) terminal.err(way)
  return 1
}

async function operation(settings: Settings, argv: readonly string[]): Promise<number> {
  const asked = registry.find((one) => one.name === `${argv[0]}.${argv[1]}`)
  if (asked !== undefined && argv.includes('--help')) return say(helpOf(asked))
  const understood = understand(registry, argv)
  if ('fault' in understood) return notUnderstood(understood.fault)
  // the file is kept by the node, and so read by it
  if (understood.operation.name === 'document.receive' && understood.file !== undefined)
    return answered(settings, { verb: 'receive', file: resolve(understood.file), fields: understood.fields, language: 'vi' })
  const fields = await fieldsOf(understood)
  if (!fields.ok) return refused(fields.refusal, 'vi', terminal)
  return answered(settings, { verb: 'operation', name: understood.operation.name, fields: fields.value, language: 'vi' })
}

/** Prints what was found; the exit code says whether all is well. */
async function verified(settings: Settings, asked: Asked): Promise<number> {
  const given = await through(settings, asked)
  if (!given.ok) return refused(given.refusal, 'vi', terminal)
  terminal.out(JSON.stringify(given.value, null, 2))
  return typeof given.value === 'object' && given.value !== null && 'ok' in given.value && given.value.ok === true ? 0 : 1
}

/** Needs no store: the grammar is pure. */
async function extract(argv: readonly string[]): Promise<number> {
  const understood = understand([directiveExtract], ['directive', 'extract', ...argv])
  if ('fault' in understood) return notUnderstood(understood.fault)
  const fields = await fieldsOf(understood)
  if (!fields.ok) return refused(fields.refusal, 'vi', terminal)
  const parsed = directiveExtract.input.safeParse(fields.value)
  if (!parsed.success) return refused({ code: 'missing-parameter', data: { name: 'TỆP' } }, 'vi', terminal)
  const read = await directiveExtract.run({}, contextAt(new Date(), 'vi', OPERATOR), parsed.data)
  if (!read.ok) return refused(read.refusal, 'vi', terminal)
  return say(argv.includes('--json') ? JSON.stringify(read.value, null, 2) : extractionLines(read.value))
}

/** The text that positions of `directive extract` are places in; what there is to know of how it was read goes to stderr. */
async function textOf([file, more]: readonly string[]): Promise<number> {
  if (file === undefined) return notUnderstood(both('Thiếu tên tệp: lienvung directive text TỆP', 'The name of a file is missing.'))
  if (more !== undefined) return notUnderstood(surplus(more))
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return refused({ code: 'not-found', data: { what: `tệp «${file}»` } }, 'vi', terminal)
  const read = await readFileOf(basename(file), bytes)
  if (!read.ok) return refused(read.refusal, 'vi', terminal)
  tellNotes(read.value.notes)
  return say(read.value.text)
}

function tellNotes(notes: DocumentReading['notes']): void {
  for (const { code, data } of notes) terminal.err(speaker('vi')(`reading.note.${code}`, data))
}

const notUnderstood = (fault: string): number => {
  terminal.err(fault)
  return 2
}

/** What was asked, with the text of the file that was named. */
async function fieldsOf({ fields, file }: Understood): Promise<Result<Readonly<Record<string, unknown>>, Refusal>> {
  if (file === undefined) return ok(fields)
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return refuse({ code: 'not-found', data: { what: `tệp «${file}»` } })
  const read = await textFields(basename(file), bytes, tellNotes)
  return read.ok ? ok({ ...fields, ...read.value }) : read
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof StoreFault || error instanceof SettingFault || error instanceof ServerFault ? error.message : error)
    process.exitCode = 2
  },
)
