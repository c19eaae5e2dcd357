import { expect, test } from 'vitest'
import { caller } from '../../src/operations/call.ts'
import { importCancel } from '../../src/operations/dataset/import/cancel-import.ts'
import { importStart } from '../../src/operations/dataset/import/start-import.ts'
import { importerOver } from '../../src/store/dataset/import/importer.ts'
import { onePGlite, onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

/** A file that takes seconds to look at, given up in the midst of it. Red 2026-11-28: the reading went on to its end. */
const CELLS = 60
const kinds = ['Phường Hòa Khánh', '1.234,5', '05/2024'] as const
const cells = Array.from({ length: CELLS }, (_, i) => `${kinds[i % 3]}${i % 3 === 0 ? ` ${i}` : ''}`)
const asCsv = (rows: number): string => `${cells.map((_, i) => `Cột ${i}`).join(';')}\n${`${cells.join(';')}\n`.repeat(rows)}`
const asLines = (rows: number): string => `${JSON.stringify(Object.fromEntries(cells.map((cell, i) => [`c${i}`, cell])))}\n`.repeat(rows)

onNodes((node) => {
  const unwoken: ReturnType<typeof caller> = (operation, context, given) => caller(node.store)(operation, context, given)
  const begin = async (name: string, text: string): Promise<string> => {
    const kept = got(
      await node.files.keepData(
        node.at(),
        name,
        (async function* () {
          yield new TextEncoder().encode(text)
        })(),
      ),
    )
    return got(await unwoken(importStart, node.at(), { file: kept.sha256, name })).id
  }
  const importer = () =>
    importerOver({
      engine: node.engine,
      store: node.store,
      home: 'Đà Nẵng',
      data: node.data,
      now: () => new Date('2026-03-10T02:00:00Z'),
      report: (error) => {
        throw error
      },
    })
  const runnerOf = async (id: string) =>
    (await node.engine.asOwner((owner) => owner.query(`select runner, tries, state from dataset_import where id = '${id}'`)))[0]
  const isTaken = async (id: string): Promise<boolean> => (await runnerOf(id))?.['runner'] !== null
  const taken = async (id: string): Promise<void> => {
    while (!(await isTaken(id))) await new Promise(setImmediate)
  }

  test.each([
    ['lớn.csv', asCsv(20_000)],
    ['lớn.ndjson', asLines(20_000)],
  ])('[DAT-7] a server that stops does not wait until %s is looked at, and the next one begins again', async (name, text) => {
    const id = await begin(name, text)
    const first = importer()
    first.wake()
    await taken(id)
    await first.stop()
    expect(await runnerOf(id)).toEqual({ runner: null, tries: 0, state: 'reading' })
    got(await unwoken(importCancel, node.at(), { id }))
  })

  test('[DAT-7] an import that is cancelled while its file is looked at does not hold up the one behind it', async () => {
    const text = asCsv(15_000)
    const whole = await begin('cả.csv', text)
    const started = performance.now()
    await node.importer.idle()
    const full = performance.now() - started
    const id = await begin('bỏ.csv', text)
    node.importer.wake()
    await taken(id)
    const given = performance.now()
    got(await unwoken(importCancel, node.at(), { id }))
    await node.importer.idle()
    expect([(await node.show(whole)).state, (await node.show(id)).state]).toEqual(['asking', 'cancelled'])
    expect(performance.now() - given).toBeLessThan(full / 2)
  })
}, onePGlite)
