import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { extract, pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backup } from '../../src/store/backup/backup.ts'
import { restore } from '../../src/store/backup/restore.ts'
import { engines, type Opened } from '../support/engines.ts'

/** What a restore refuses, and that it is whole or nothing. */
type Members = Map<string, Buffer>

async function read(file: string): Promise<Members> {
  const entries = extract()
  entries.end(readFileSync(file))
  const members: Members = new Map()
  for await (const entry of entries) members.set(entry.header.name, await buffer(entry))
  return members
}

async function write(file: string, members: Members): Promise<void> {
  const tar = pack()
  for (const [name, bytes] of members) tar.entry({ name }, bytes)
  tar.finalize()
  writeFileSync(file, await buffer(tar))
}

type Manifest = { format: number; migrations: { number: number }[]; tables: { table: string; sha256: string }[] }

describe.each(engines)('$name', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-restore-'))
  const whole = join(folder, 'whole.tar')
  const changed = join(folder, 'changed.tar')
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
    await backup(opened.engine, whole, new Date(0))
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The backup with one thing changed, its sums made right again. */
  async function forge(change: (members: Members, manifest: Manifest) => void): Promise<void> {
    const members = await read(whole)
    const manifest: Manifest = JSON.parse(members.get('manifest.json')?.toString() ?? '')
    change(members, manifest)
    for (const one of manifest.tables) {
      one.sha256 = createHash('sha256')
        .update(members.get(`${one.table}.copy`) ?? '')
        .digest('hex')
    }
    members.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
    await write(changed, members)
  }
  const held = async (): Promise<unknown> => {
    const [row] = await opened.engine.snapshot((reader) =>
      reader.query('select (select count(*)::int from place) as places, (select count(*)::int from history) as entries'),
    )
    return row
  }

  test('[STO-7] rows that the tables refuse: the file is damaged, and what was there stays', async () => {
    const before = await held()
    await forge((members) => {
      members.set('history.copy', Buffer.from('not\ta\trow\n'))
    })
    await expect(restore(opened.engine, changed)).rejects.toMatchObject({ code: 'backup-damaged' })
    expect(await held()).toEqual(before)
  })

  test('[STO-7] a backup of newer software is refused', async () => {
    await forge((_, manifest) => {
      manifest.migrations.push({ number: 9999 })
    })
    await expect(restore(opened.engine, changed)).rejects.toMatchObject({ code: 'schema-newer', data: { found: 9999 } })
  })

  test('[STO-7] a backup older than the database it is to go into: said to be that, with what to do, and nothing changes', async () => {
    const before = await held()
    await forge((_, manifest) => {
      manifest.migrations.splice(1)
    })
    const found = expect.any(Number)
    await expect(restore(opened.engine, changed)).rejects.toMatchObject({ code: 'target-newer', data: { found, backup: 1 } })
    expect(await held()).toEqual(before)
  })

  test('[STO-7] a form of later times, and a backup without one of its tables, are refused', async () => {
    await forge((_, manifest) => {
      manifest.format = 9
    })
    await expect(restore(opened.engine, changed)).rejects.toMatchObject({ code: 'backup-damaged', data: { reason: 'format 9' } })
    await forge((members) => {
      members.delete('task.copy')
    })
    await expect(restore(opened.engine, changed)).rejects.toMatchObject({ code: 'backup-damaged', data: { reason: 'task.copy' } })
  })

  test('[STO-7] a backup that leaves out a table together with its row in the manifest is refused, and what was there stays', async () => {
    const before = await held()
    await forge((members, manifest) => {
      members.delete('due_fact.copy')
      manifest.tables = manifest.tables.filter((one) => one.table !== 'due_fact')
    })
    await expect(restore(opened.engine, changed)).rejects.toMatchObject({ code: 'backup-damaged', data: { reason: 'tables' } })
    expect(await held()).toEqual(before)
  })

  test('[STO-7] a file that is no backup, and one that is not there', async () => {
    writeFileSync(changed, 'Kính gửi: Sở Y tế\n'.repeat(100))
    await expect(restore(opened.engine, changed)).rejects.toMatchObject({ code: 'backup-damaged' })
    await expect(restore(opened.engine, join(folder, 'không-có.tar'))).rejects.toMatchObject({
      code: 'file-missing',
      data: { reason: 'ENOENT' },
    })
  })

  test('[STO-6] [STO-7] the file itself comes back whole', async () => {
    const before = await held()
    await restore(opened.engine, whole)
    expect(await held()).toEqual(before)
  })
})
