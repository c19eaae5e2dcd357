import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { app } from '../doors/app.ts'
import { contextAt } from '../doors/context.ts'
import { LOOPBACK } from '../doors/guard.ts'
import { pages } from '../doors/pages/pages.tsx'
import { everyDay } from '../jobs/daily.ts'
import { SYSTEM } from '../kernel/access/who.ts'
import { technicalRetire } from '../operations/access/retire-technical.ts'
import { documentList } from '../operations/document/list-documents.ts'
import { documentReceive } from '../operations/document/receive-document.ts'
import { registry } from '../operations/registry.ts'
import { StoreFault } from '../store/engine/faults.ts'
import { listenForControl } from './control.ts'
import { addSamplePeople } from './demo.ts'
import { addSampleWork, SAMPLE_HOME } from './demo-work.ts'
import { bringFirstData } from './first-data.ts'
import { identify } from './identify.ts'
import { calendarsOf, lettersOf, vietnamClock } from './letters.ts'
import { type Opened, openNode } from './open.ts'
import { homeOf, readSettings, SettingFault, type Settings } from './settings.ts'
import { thinningJob } from './thinning.ts'
import { sweepJob } from './uploads.ts'
import { answer, readAsked } from './verbs.ts'

/** One node, served. SIGTERM and SIGINT let what is under way finish, ten seconds at most. */
const version: string = JSON.parse(readFileSync('package.json', 'utf8')).version
const log = (line: string): void => console.log(line)

/** Where people reach it is known once it listens. */
type Reached = Omit<Settings, 'publicUrl'> & { publicUrl: string }

async function start(): Promise<void> {
  const settings: Reached = readSettings(process.argv.slice(2), process.env)
  const node = await openNode(settings, log)
  await firstRun(node, settings)
  node.importer.wake()
  const waking = setInterval(() => node.importer.wake(), WAKE_MS).unref()
  await listenForControl(settings.data, (asked, tell) => answer(node, readAsked(asked), tell))
  const heads = join(settings.data, 'heads')
  mkdirSync(heads, { recursive: true })
  const headOf = (day: string): string => join(heads, `${day}.json`)
  let retired = ''
  const retire = async (day: string): Promise<void> => {
    await node.call(technicalRetire, contextAt(new Date(), 'vi', SYSTEM), {})
    retired = day
  }
  const letters = lettersOf(node.store, settings)
  const stopDaily = everyDay(
    [
      { done: (day) => existsSync(headOf(day)), work: (day) => node.exportHead(headOf(day)).then(() => undefined) },
      { done: (day) => retired === day, work: retire },
      letters.job,
      sweepJob(node.files.uploads),
      thinningJob(node),
    ],
    vietnamClock,
    (error) => console.error(error),
  )
  const entrance = identify(node.store, settings, CLOCK, (error) => console.error(error))
  const { whoOf } = entrance
  const firstLink = await entrance.firstLink()
  const { files } = node
  const handler = app({
    files,
    whoOf,
    call: node.call,
    operations: registry,
    version,
    proxy: settings.proxy,
    allowedHosts: new Set([...LOOPBACK, ...settings.hosts]),
    ready: node.ready,
    now: () => new Date(),
    requestId: () => randomUUID().slice(0, 8),
    log: (entry) => console.error(JSON.stringify({ at: new Date().toISOString(), ...entry })),
    pages: calendarsOf(node, settings).route(
      '/',
      pages({
        whoOf,
        entrance,
        files,
        call: node.call,
        settings: { locality: settings.locality, version, demo: settings.demo, letters: settings.mail.smtpUrl === null ? 'kept' : 'sent' },
        now: CLOCK.now,
      }),
    ),
  })
  let stopping = false
  const server = serve({ fetch: handler.fetch, hostname: settings.host, port: settings.port }, ({ port }) => {
    if (settings.port === 0) settings.publicUrl = settings.publicUrl.replace(/:0$/, `:${port}`)
    // a failure here is no more than a slower first question
    setTimeout(() => {
      node.warm().catch((error: unknown) => console.error(error))
    }, WARM_MS).unref()
    if (!settings.noFirstData && mayMakeTables(node, settings))
      bringFirstData(node).catch((error: unknown) => {
        if (!stopping) console.error(error)
      })
    const address = `http://${settings.host === '::1' ? '[::1]' : settings.host}:${port}`
    log(`Liên Vùng ${version} (${node.engine.kind}) chạy tại ${address}/`)
    if (settings.demo) log(SAMPLES.replaceAll('{address}', address))
    if (firstLink !== null) log(FIRST.replace('{link}', `${settings.hosts.length === 0 ? address : ''}${firstLink}`))
  })
  server.on('error', (error) => end(error))
  const stop = (): void => {
    if (stopping) return
    stopping = true
    stopDaily()
    clearInterval(waking)
    letters.close()
    const late = setTimeout(() => process.exit(1), 10_000)
    server.close(() => {
      node.close().then(() => {
        clearTimeout(late)
        process.exit(0)
      }, end)
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** Rows stand in tables of their own, which the owner makes: a server without his role brings nothing in. */
const mayMakeTables = (node: Opened, { databaseOwnerUrl }: Reached): boolean => node.engine.kind === 'pglite' || databaseOwnerUrl !== null

/** Said once a start while nobody has an account; behind a proxy only the path is known. */
const FIRST =
  'Chưa có tài khoản nào. Lập người quản trị đầu tiên bằng đường dẫn này, dùng một lần, trong 24 giờ: {link}\nNo accounts yet. This link makes the first administrator, once, within 24 hours.'

const SAMPLES =
  'Người dùng mẫu: mở {address}/dang-nhap rồi chọn một người (lãnh đạo, văn phòng, văn thư, quản trị, chuyên viên các sở …), không cần mật khẩu.\nSample people: open {address}/dang-nhap and choose one; no password.'

const CLOCK = { now: () => new Date(), sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) }

/** An import that another server of this database left in the middle is found. */
const WAKE_MS = 30_000

/** The first page comes before the registers are read into memory: on PGlite both want the one connection. */
const WARM_MS = 3_000

/** A node without documents is offered the sample letter, and one for trying out sample work too; marked as samples wherever they show. */
async function firstRun(node: Opened, settings: Settings): Promise<void> {
  const now = new Date()
  if (settings.demo) await addSamplePeople(node.store, now)
  if (settings.empty) return
  const context = contextAt(now, 'vi', SYSTEM)
  const held = await node.call(documentList, context, { limit: 1 })
  if (!held.ok || held.value.items.length > 0) return
  if (settings.demo && homeOf(settings.locality) === SAMPLE_HOME) await addSampleWork(node, SAMPLE_HOME, now)
  const text = readFileSync(new URL('../../samples/cong-van-2415-ubnd-th.txt', import.meta.url), 'utf8')
  await node.call(documentReceive, context, { text, source: 'sample' })
}

function end(error: unknown): never {
  if (error instanceof StoreFault || error instanceof SettingFault) console.error(error.message)
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    console.error('Cổng này đang có chương trình khác dùng. Chọn cổng khác bằng --port. / The port is in use.')
  else console.error(error)
  process.exit(2)
}

start().catch(end)
