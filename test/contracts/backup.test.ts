import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../src/base/result.ts'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import type { Context } from '../../src/operations/operation.ts'
import { backup } from '../../src/store/backup/backup.ts'
import { restore } from '../../src/store/backup/restore.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

const context: Context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' }
const letter = 'Số: 9/UBND-KT\nNgày 01 tháng 3 năm 2023\n\nGiao Sở Y tế kiểm tra\tcác trạm \\ y tế trước ngày 15/4/2023.'
const folder = mkdtempSync(join(tmpdir(), 'lienvung-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// an empty PGlite makes its cluster anew: a quarter of a minute on two cores
describe.each(engines)('from $name', { timeout: 180_000 }, ({ name, open }) => {
  let opened: Opened
  let id: string
  const file = join(folder, `${name}.tar`)
  beforeAll(async () => {
    opened = await open()
    const call = caller(storeOver(opened.engine, ''))
    const received = await call(documentReceive, context, { text: letter })
    id = received.ok ? received.value.id : ''
    // changes go on while the backup is made
    let writing = true
    const writer = (async () => {
      for (let n = 0; writing && n < 500; n += 1) {
        await storeOver(opened.engine, '').transaction(context, 'command', async (ports) => {
          ports.history.record({ entity: 'thử', id: String(n), verb: 'changed', change: {} })
          return ok(null)
        })
      }
    })()
    await backup(opened.engine, file, new Date(0))
    writing = false
    await writer
  })
  afterAll(async () => {
    await opened.close()
  })

  test.each(engines.map((to) => [to.name, to] as const))(
    '[STO-6] [STO-7] into %s: the same facts, and the chain verifies there',
    async (_, to) => {
      const target = await to.open({ empty: true })
      try {
        const restored = await restore(target.engine, file)
        const store = storeOver(target.engine, '')
        const verified = await store.transaction(context, 'query', async (ports) => ok(await ports.history.verify()))
        expect(verified).toMatchObject({ ok: true, value: { ok: true, head: restored.head.hash, entries: restored.head.seq } })
        const [before, after] = await Promise.all([
          caller(storeOver(opened.engine, ''))(documentGet, context, { id }),
          caller(store)(documentGet, context, { id }),
        ])
        expect(after).toEqual(before)
        const places = await target.engine.snapshot((reader) => reader.query('select count(*) as n from place'))
        expect(Number(places[0]?.['n'])).toBeGreaterThan(14_000)
        // what is written next gets numbers of its own
        const again = await caller(store)(documentReceive, context, {
          text: `${letter} Giao Sở Xây dựng sửa cầu trước ngày 20/4/2023.`.replace('9/UBND', '10/UBND'),
        })
        expect(again).toMatchObject({ ok: true, value: { existing: false } })
        await expect(restore(target.engine, file)).rejects.toMatchObject({ code: 'target-not-empty' })
      } finally {
        await target.close()
      }
    },
  )

  test('[STO-6] a path that cannot be written is said, and the node goes on', async () => {
    await expect(backup(opened.engine, join(folder, 'không có', 'x.tar'), new Date(0))).rejects.toMatchObject({ code: 'file-not-writable' })
    const verified = await storeOver(opened.engine, '').transaction(context, 'query', async (ports) => ok(await ports.history.verify()))
    expect(verified).toMatchObject({ ok: true, value: { ok: true } })
  })

  test('[STO-6] a file cut short, or with one byte changed, is refused and nothing is restored', async () => {
    const target = await open({ empty: true })
    const damaged = join(folder, `${name}-damaged.tar`)
    try {
      const bytes = readFileSync(file)
      writeFileSync(damaged, bytes)
      truncateSync(damaged, Math.floor(bytes.length / 2))
      await expect(restore(target.engine, damaged)).rejects.toMatchObject({ code: 'backup-damaged' })
      const at = bytes.indexOf('Phường Hải Châu')
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      writeFileSync(damaged, changed)
      await expect(restore(target.engine, damaged)).rejects.toMatchObject({ code: 'backup-damaged' })
      const there = await target.engine.asOwner((owner) => owner.query("select to_regclass('public.document') as document"))
      expect(there).toEqual([{ document: null }])
    } finally {
      await target.close()
    }
  })
})
