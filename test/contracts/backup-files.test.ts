import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { filesIn } from '../../src/main/files.ts'
import { caller } from '../../src/operations/call.ts'
import { backup } from '../../src/store/backup/backup.ts'
import { restore, verified } from '../../src/store/backup/restore.ts'
import { placeOf } from '../../src/store/file/file-keep.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { HEALTH, OFFICE, officeOver } from '../support/office.ts'
import { tester } from '../support/who.ts'

/** Files of evidence, from one node to another through a backup. */
const LETTER = 'Số: 95/UBND-TH\nĐà Nẵng, ngày 09 tháng 3 năm 2026\nGiao Sở Y tế rà soát các trạm y tế trước ngày 15/4/2026.'
const MB = 1024 * 1024
const BIG = new Uint8Array(5 * MB).fill(97)
const SMALL = new TextEncoder().encode('Biên bản kiểm tra ngày 09/3/2026')

describe.each(engines)('from $name', { timeout: 180_000 }, ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-backup-files-'))
  const data = join(folder, 'data')
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let health: Who
  const sums: string[] = []
  const file = (name: string): string => join(folder, `${name}.tar`)
  const make = (name: string) => backup(opened.engine, file(name), new Date(0), { data })
  async function* chunks(bytes: Uint8Array): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += MB) yield bytes.subarray(at, at + MB)
  }
  async function read(engine: Opened['engine'], directory: string, sha256: string): Promise<Uint8Array> {
    const files = filesIn(directory, caller(storeOver(engine, 'Đà Nẵng')))
    const shown = got(await files.open(office.context(tester), sha256))
    return new Uint8Array(await new Response(shown.bytes).arrayBuffer())
  }

  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    const assigner = await office.person('Trần Thị Phòng', 'tran.phong', 'office', OFFICE)
    health = await office.person('Lê Văn Y', 'le.y', 'specialist', HEALTH)
    const code = (await office.letter(assigner, LETTER)).get('Sở Y tế') ?? ''
    const files = filesIn(data, office.call)
    for (const [name, bytes] of [['biên bản.txt', SMALL] as const, ['phụ lục.txt', BIG] as const])
      sums.push(got(await files.keep(office.at(health), name, chunks(bytes))).sha256)
    await office.act(health, 'progress', code, { words: 'Có biên bản.', files: sums.map((sha256, i) => ({ sha256, name: `${i}.txt` })) })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true })
  })

  test.each(engines.map((to) => [to.name, to] as const))(
    '[STO-14] into %s: each file is there again, byte for byte, and shown with its work',
    async (_, to) => {
      const name = `to-${to.name}`
      expect(await make(name)).toMatchObject({ files: 2, filesLost: 0 })
      const target = await to.open({ empty: true })
      const there = join(folder, `data-${name}`)
      try {
        expect(await restore(target.engine, file(name), { data: there })).toMatchObject({ files: 2, filesLost: 0 })
        for (const [i, bytes] of [SMALL, BIG].entries())
          expect(Buffer.compare(await read(target.engine, there, sums[i] ?? ''), bytes)).toBe(0)
        expect(readdirSync(join(there, 'files', 'making'))).toEqual([])
      } finally {
        await target.close()
      }
    },
  )

  test('[STO-14] one byte of a file changed within the backup, and nothing is restored', async () => {
    await make('whole')
    const bytes = readFileSync(file('whole'))
    const at = bytes.indexOf(Buffer.from(SMALL))
    bytes[at] = 0x41
    writeFileSync(file('changed'), bytes)
    await expect(verified(file('changed'))).rejects.toMatchObject({ code: 'backup-damaged', data: { reason: `files/${sums[0]}` } })
    // looked at first: the node that it was made of would refuse it otherwise
    const there = join(folder, 'data-changed')
    await expect(restore(opened.engine, file('changed'), { data: there })).rejects.toMatchObject({ code: 'backup-damaged' })
    expect(existsSync(there)).toBe(false)
  })

  test('[STO-14] a file that the disk has lost, and one that it has changed, are counted; the rest of the backup is whole', async () => {
    const elsewhere = join(folder, 'data-lost')
    const place = placeOf(elsewhere, sums[0] ?? '')
    mkdirSync(join(place, '..'), { recursive: true })
    writeFileSync(place, 'không còn như trước')
    expect(await backup(opened.engine, file('lost'), new Date(0), { data: elsewhere })).toMatchObject({ files: 0, filesLost: 2 })
    const manifest = await verified(file('lost'))
    expect([manifest.files, [...manifest.lost].sort()]).toEqual([[], [...sums].sort()])
  })

  test('[STO-15] what a killed backup left is cleared by the next; one that another process is making is not', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    const left = `cu.tar.${dead}-${randomUUID()}.part`
    const live = `dang-lam.tar.${process.ppid}-${randomUUID()}.part`
    const own = `cung-so.tar.${process.pid}-${randomUUID()}.part`
    const others = ['bao-cao.part', 'x.tar', `${dead}.part`]
    for (const name of [left, `${left}.member`, live, own, ...others]) writeFileSync(join(folder, name), 'x')
    await make('sau')
    const now = readdirSync(folder)
    expect([left, `${left}.member`, own].filter((name) => now.includes(name))).toEqual([])
    expect([live, ...others].filter((name) => !now.includes(name))).toEqual([])
    expect(now.filter((name) => name.includes('.part')).toSorted()).toEqual([live, 'bao-cao.part', `${dead}.part`].toSorted())
  })

  test('[STO-15] two at a time into one folder leave each other alone', async () => {
    await Promise.all([make('một'), make('hai')])
    expect((await Promise.all([verified(file('một')), verified(file('hai'))])).map((one) => one.files.length)).toEqual([2, 2])
  })
})
