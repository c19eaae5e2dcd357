import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../src/kernel/period/day.ts'
import { openNode } from '../../src/main/open.ts'
import { restoreNode } from '../../src/main/restore.ts'
import { calendarCorrectDay } from '../../src/operations/calendar/correct-day.ts'
import { documentList } from '../../src/operations/document/list-documents.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import type { Context } from '../../src/operations/operation.ts'
import { admin, asAdmin, scratchDatabase } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** A restore into the built-in store of a data directory, killed and not. */
const context: Context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' }
const folder = mkdtempSync(join(tmpdir(), 'lienvung-restore-own-'))
const file = join(folder, 'sao-luu.tar')
const settings = (name: string) => ({ data: join(folder, name), databaseUrl: null, databaseOwnerUrl: null, locality: 'UBND tỉnh Mẫu' })
const stores = (name: string): readonly string[] => readdirSync(join(folder, name)).filter((one) => one.startsWith('pg'))
const heard: string[] = []

beforeAll(async () => {
  const node = await openNode(settings('gốc'), () => {})
  await node.call(documentReceive, context, { text: 'Số: 9/UBND-KT\n\nGiao Sở Y tế kiểm tra các trạm y tế trước ngày 15/4/2023.' })
  await node.backup(file, ({ tables, of }) => heard.push(`${tables}/${of}`))
  await node.close()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const documents = async (name: string): Promise<unknown> => {
  const node = await openNode(settings(name), () => {})
  const held = await node.call(documentList, context, {})
  await node.close()
  return held.ok ? held.value.items.length : held
}

// 2026-11-26, a newcomer: `verify` in another directory made an empty store there, and said that it verified
test.each(['verify', 'backup ./x.tar', 'export-head ./x.json', 'check-head ./x.json'])(
  '[STO-28] «%s» of a directory without a store is refused, and makes none',
  async (command) => {
    const data = join(folder, 'chưa có')
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/cli.ts', ...command.split(' '), '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '' },
    })
    const said: string[] = []
    for await (const line of createInterface({ input: child.stderr })) said.push(line)
    expect([child.exitCode ?? (await once(child, 'exit'))[0], existsSync(data)]).toEqual([2, false])
    expect(said.join(' ')).toContain('chưa có kho dữ liệu')
  },
)

if (admin !== undefined)
  test('[STO-28] an empty database that is named does not verify, and gets no table for the question', async () => {
    const { app, owner, drop } = await scratchDatabase(admin ?? '')
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/cli.ts', 'verify', '--data', join(folder, 'chưa có')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DATABASE_URL: app, DATABASE_OWNER_URL: owner },
    })
    const said: string[] = []
    for await (const line of createInterface({ input: child.stderr })) said.push(line)
    expect([child.exitCode ?? (await once(child, 'exit'))[0], said.join(' ').includes(new URL(app).pathname.slice(1))]).toEqual([2, true])
    const tables = await asAdmin(owner, (client) =>
      client.query("select from pg_tables where schemaname = 'public' and tablename = 'migration'"),
    )
    expect(tables.rowCount).toBe(0)
    // asked for, they are made, and then it verifies
    const codes: unknown[] = []
    for (const verb of ['upgrade', 'verify']) {
      const asked = spawn(process.execPath, ['--import', 'tsx', 'src/main/cli.ts', verb, '--data', join(folder, 'chưa có')], {
        stdio: 'ignore',
        env: { ...process.env, DATABASE_URL: app, DATABASE_OWNER_URL: owner },
      })
      codes.push(...(await once(asked, 'exit')))
    }
    expect(codes).toEqual([0, null, 0, null])
    await drop()
  })

test('[STO-12] a backup says after each table how far it is', () => {
  const of = heard.length
  expect(of).toBeGreaterThan(10)
  expect(heard).toEqual(Array.from({ length: of }, (_, i) => `${i + 1}/${of}`))
})

test('[STO-12] killed midway, a restore leaves no store; the next one clears away what it left, and is whole', async () => {
  const child = spawn(process.execPath, ['src/main/cli.ts', 'restore', file, '--data', join(folder, 'đích')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stderr })) if (line.startsWith('3/')) child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  expect(stores('đích')).toEqual(['pg.restoring'])
  const told: number[] = []
  await restoreNode(settings('đích'), file, ({ rows }) => told.push(rows))
  expect([stores('đích'), await documents('đích'), told.at(-1)]).toEqual([['pg'], 1, Math.max(...told)])
}, 180_000)

test('[STO-12] what a killed restore left is cleared away when the node starts, and the node starts empty', async () => {
  mkdirSync(join(folder, 'dở', 'pg.restoring'), { recursive: true })
  writeFileSync(join(folder, 'dở', 'pg.restoring', 'PG_VERSION'), '17')
  expect([await documents('dở'), stores('dở')]).toEqual([0, ['pg']])
}, 120_000)

test('[STO-7] [STO-12] a store without anybody’s work is replaced, one with work is kept as it is', async () => {
  await openNode(settings('mới'), () => {}).then((node) => node.close())
  await restoreNode(settings('mới'), file, () => {})
  expect([stores('mới'), await documents('mới')]).toEqual([['pg'], 1])
  const node = await openNode(settings('mới'), () => {})
  await node.call(calendarCorrectDay, context, { day: '2026-12-25', kind: 'closed', reason: 'nghỉ thử', basis: 'thử' })
  await node.close()
  await expect(restoreNode(settings('mới'), file, () => {})).rejects.toMatchObject({ code: 'target-not-empty' })
  expect([stores('mới'), await documents('mới'), existsSync(join(folder, 'mới', 'pg.restoring'))]).toEqual([['pg'], 1, false])
}, 180_000)
