import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importStart } from '../../src/operations/dataset/import/start-import.ts'
import { datasetRetain } from '../../src/operations/dataset/retain-dataset.ts'
import { datasetChanges } from '../../src/operations/dataset/rows/list-changes.ts'
import { datasetDifferences } from '../../src/operations/dataset/rows/list-differences.ts'
import { datasetRows } from '../../src/operations/dataset/rows/list-rows.ts'
import { datasetSummary } from '../../src/operations/dataset/rows/summarise-rows.ts'
import { datasetThin } from '../../src/operations/dataset/thin-datasets.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { backup } from '../../src/store/backup/backup.ts'
import { restore } from '../../src/store/backup/restore.ts'
import { emptyThinned } from '../../src/store/dataset/thin.ts'
import { datasetNode, onNodes } from '../support/dataset-node.ts'
import { engines } from '../support/engines.ts'
import { got } from '../support/entrance.ts'

/** What a neighbour hears of rows that changed and went, and how long versions are kept. */
const NIGHT = new Date('2026-03-11T18:00:00Z')
const BASIS = '05/QĐ-UBND'

type Values = Readonly<Record<string, unknown>>
const csv = (rows: readonly (readonly [string, string])[]): string => `ma,ten\n${rows.map((row) => row.join(',')).join('\n')}\n`
const THREE = [
  [
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'c'],
  ],
  [
    ['1', 'a'],
    ['3', 'x'],
    ['4', 'd'],
  ],
  [
    ['1', 'a'],
    ['2', 'lại'],
    ['3', 'x'],
  ],
] as const

onNodes((node) => {
  const make = async (title: string, versions: readonly (readonly (readonly [string, string])[])[], given: object = {}) => {
    const [first = [], ...later] = versions
    const one = await node.take(`${title}.csv`, csv(first), { title, key: ['ma'], access: 'open', columns: TEXTS, ...given })
    for (const [i, rows] of later.entries()) await node.take(`${title} ${i + 2}.csv`, csv(rows), { dataset: one.id })
    return one.id
  }
  const TEXTS = [
    { name: 'ma', type: 'text' },
    { name: 'ten', type: 'text' },
  ]
  const changes = async (id: string, given: object) => got(await node.call(datasetChanges, node.at(NOBODY), { id, ...given }))
  const refusalOf = async (asked: Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>): Promise<unknown> =>
    (await asked).refusal?.code
  const retain = async (id: string, given: object) => {
    const { version } = got(await node.call(datasetGet, node.at(), { id }))
    return got(await node.call(datasetRetain, node.at(), { id, version, basis: BASIS, ...given }))
  }
  const night = async (): Promise<unknown> => {
    got(await node.call(datasetThin, node.at(), {}))
    return emptyThinned(node.engine, node.data, NIGHT)
  }
  const storeOf = async (id: string): Promise<readonly Values[]> => {
    const [row] = await node.engine.asOwner((owner) =>
      owner.query('select store from dataset_version where dataset_id = $1 order by n desc limit 1', [id]),
    )
    return node.engine.asOwner((owner) => owner.query(`select c1, c2, from_n, to_n from ${String(row?.['store'])} order by id, from_n`))
  }

  test('[DAT-44] since a version: what was added, changed and removed, by keys, with the version of each', async () => {
    const id = await make('Trạm', THREE)
    expect(await changes(id, { since: 2 })).toEqual({
      since: 2,
      to: 3,
      whole: false,
      key: ['ma'],
      items: [
        { kind: 'removed', leftOut: false, version: 3, key: { ma: '4' }, values: null },
        { kind: 'added', leftOut: false, version: 3, key: { ma: '2' }, values: { ma: '2', ten: 'lại' } },
      ],
      next: null,
    })
    // 2 went and came again: for whoever has version 1 it was changed
    expect((await changes(id, { since: 1 })).items.map(({ kind, version, key }) => [kind, version, key['ma']])).toEqual([
      ['changed', 2, '3'],
      ['changed', 3, '2'],
    ])
    expect([(await changes(id, { since: 3 })).items, (await changes(id, { since: 1, to: 2 })).items.length]).toEqual([[], 3])
    // of nothing every row is new, page by page
    const first = await changes(id, { since: 0, limit: 2 })
    const rest = await changes(id, { since: 0, limit: 2, after: first.next })
    expect([first.whole, [...first.items, ...rest.items].map(({ kind, key }) => [kind, key['ma']]).toSorted(), rest.next]).toEqual([
      false,
      [
        ['added', '1'],
        ['added', '2'],
        ['added', '3'],
      ],
      null,
    ])
    expect(await refusalOf(node.call(datasetChanges, node.at(), { id, since: 9 }))).toBe('not-found')
    expect(await refusalOf(node.call(datasetChanges, node.at(), { id, since: 2, to: 1 }))).toBe('not-found')
  })

  test('[DAT-44] without a common key all rows are to be read', async () => {
    const id = await make('Không khóa', [[['1', 'a']], [['2', 'b']]], { key: [] })
    expect(await changes(id, { since: 1 })).toMatchObject({ to: 2, whole: true, items: [] })
    expect(await changes(id, { since: 2 })).toMatchObject({ whole: false, items: [] })
  })

  test('[DAT-44] whatever versions a dataset had and whatever was thinned out, changes applied to rows of one give those of the other', async () => {
    const version = fc.uniqueArray(fc.tuple(fc.constantFrom('1', '2', '3', '4', '5'), fc.constantFrom('a', 'b', 'c')), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 4 }), async (versions) => {
        const id = await make('Luật', versions)
        const before = await Promise.all(versions.map((_, i) => node.rows(id, { version: i + 1 })))
        const applied = async (since: number): Promise<readonly Values[]> => {
          const held = new Map((before[since - 1] ?? []).map((row) => [row['ma'], row]))
          for (let after: string | null = '0'; after !== null; ) {
            const page: Awaited<ReturnType<typeof changes>> = await changes(id, { since, after, limit: 1 })
            for (const { kind, key, values } of page.items)
              if (kind === 'removed') held.delete(key['ma'] ?? null)
              else held.set(key['ma'] ?? null, values ?? {})
            after = page.next
          }
          return [...held.values()].toSorted((a, b) => String(a['ma']).localeCompare(String(b['ma'])))
        }
        const sorted = (before.at(-1) ?? []).toSorted((a, b) => String(a['ma']).localeCompare(String(b['ma'])))
        const all = versions.map((_, i) => i + 1)
        expect(await Promise.all(all.map(applied))).toEqual(all.map(() => sorted))
        await retain(id, { keep: 'last', keepLast: 1 })
        await night()
        expect(await Promise.all(all.map(applied))).toEqual(all.map(() => sorted))
      }),
      { numRuns: 6, seed: 20_261_127 },
    )
  }, 120_000)

  test('[DAT-45] nobody decided: all is kept; the rule needs a basis, its number or its day, and is on record', async () => {
    const id = await make('Quy tắc', THREE)
    const { retention, version } = got(await node.call(datasetGet, node.at(), { id }))
    expect(retention).toEqual({ rule: 'all', last: null, since: null, basis: null })
    const ask = (given: object) => refusalOf(node.call(datasetRetain, node.at(), { id, version, ...given }))
    expect([
      await ask({ keep: 'last', keepLast: 2 }),
      await ask({ keep: 'last', basis: BASIS }),
      await ask({ keep: 'since', basis: BASIS }),
      await ask({ keep: 'since', keepSince: '2025-02-30', basis: BASIS }),
      await ask({ keep: 'last', keepLast: 0, basis: BASIS }),
      await refusalOf(node.call(datasetRetain, node.at(NOBODY), { id, version, keep: 'all', basis: BASIS })),
    ]).toEqual(['missing-parameter', 'missing-parameter', 'missing-parameter', 'bad-day', 'bad-value', 'sign-in-needed'])
    expect(await retain(id, { keep: 'last', keepLast: 2 })).toEqual({ id, version: version + 1, goes: [1] })
    expect(await ask({ keep: 'all', basis: BASIS })).toBe('changed-meanwhile')
    expect(got(await node.call(datasetGet, node.at(), { id })).retention).toEqual({ rule: 'last', last: 2, since: null, basis: BASIS })
    const { items } = got(await node.call(historyList, node.at(), { entity: 'dataset', id }))
    expect([items[0]?.verb, items[0]?.change]).toEqual([
      'retention-decided',
      { keep: ['all', 'last'], keepLast: [null, 2], basis: [null, BASIS] },
    ])
    expect(await retain(id, { keep: 'all' })).toMatchObject({ goes: [] })
  })

  test('[DAT-45] a version that was thinned out says so by every way; of its rows the keys stay, of its file the sum', async () => {
    const id = await make(
      'Thu gọn',
      THREE.map((rows) => rows.map(([key, text]) => [key, `${text}!`] as const)),
    )
    const { versions } = got(await node.call(datasetGet, node.at(), { id }))
    const sums = versions.map(({ fileSha256 }) => fileSha256).toReversed()
    await retain(id, { keep: 'last', keepLast: 1 })
    expect(await node.rows(id, { version: 1 })).toHaveLength(3)
    expect(await night()).toEqual({ versions: 2, files: 2 })
    const thinned = await Promise.all([
      refusalOf(node.call(datasetRows, node.at(), { id, version: 1 })),
      refusalOf(node.call(datasetSummary, node.at(), { id, version: 2, by: 'ma' })),
      refusalOf(node.call(datasetDifferences, node.at(), { id, to: 3 })),
      refusalOf(node.files.openData(node.at(), { id, version: 1, of: 'file' })),
      refusalOf(node.call(datasetChanges, node.at(), { id, since: 1, to: 2 })),
    ])
    expect(thinned).toEqual(thinned.map(() => 'version-thinned'))
    const now = got(await node.call(datasetGet, node.at(), { id }))
    expect(now.versions.map(({ n, thinnedAt, fileSha256 }) => [n, thinnedAt !== null, fileSha256])).toEqual([
      [3, false, sums[2]],
      [2, true, sums[1]],
      [1, true, sums[0]],
    ])
    expect([sums.map(node.isKept), await node.rows(id)]).toEqual([
      [false, false, true],
      [
        { ma: '1', ten: 'a!' },
        { ma: '3', ten: 'x!' },
        { ma: '2', ten: 'lại!' },
      ],
    ])
    expect((await storeOf(id)).map((row) => Object.values(row))).toEqual([
      ['1', 'a!', 1, null],
      ['2', null, 1, 2],
      ['3', null, 1, 2],
      ['3', 'x!', 2, null],
      ['4', null, 2, 3],
      ['2', 'lại!', 3, null],
    ])
    const { items } = got(await node.call(historyList, node.at(), { entity: 'dataset', id }))
    expect([items[0]?.verb, items[0]?.change]).toEqual(['thinned', { thinned: [null, '1, 2'], basis: [null, BASIS] }])
    // a second night finds nothing to do
    expect(await night()).toEqual({ versions: 0, files: 0 })
  })

  test('[DAT-45] what a version without a key was is dropped with its table; a file that something else needs stays', async () => {
    const before = await node.tables()
    const id = await make('Bảng cũ', [[['1', 'chung']], [['2', 'b']]], { key: [] })
    await node.take('bản khác.csv', csv([['1', 'chung']]), { title: 'Bản khác' })
    const [, first] = got(await node.call(datasetGet, node.at(), { id })).versions
    await retain(id, { keep: 'since', keepSince: '2099-01-01' })
    expect([await night(), await node.tables(), node.isKept(first?.fileSha256 ?? '')]).toEqual([
      { versions: 1, files: 0 },
      before + 2,
      true,
    ])
  })

  test('[DAT-45] a file that had gone comes again, and is imported', async () => {
    const id = await make('Trở lại', [[['7', 'xưa']], [['8', 'nay']]])
    const [, first] = got(await node.call(datasetGet, node.at(), { id })).versions
    await retain(id, { keep: 'last', keepLast: 1 })
    await night()
    const file = first?.fileSha256 ?? ''
    expect(await refusalOf(node.call(importStart, node.at(), { file, name: 'a.csv' }))).toBe('not-found')
    const again = await node.take('lại.csv', csv([['7', 'xưa']]), { title: 'Lại nữa' })
    expect([again.current.fileSha256 === file, node.isKept(file)]).toEqual([true, true])
  })

  test('[DAT-45] [STO-6] a backup of what was thinned out loses no file, and reads as it did on the other side', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lienvung-thinned-'))
    const id = await make('Sao lưu', THREE)
    await retain(id, { keep: 'last', keepLast: 1 })
    await night()
    const file = join(folder, 'all.tar')
    expect((await backup(node.engine, file, NIGHT, { data: node.data })).filesLost).toBe(0)
    const target = await engines[0]?.open()
    if (target === undefined) throw new Error('no engine')
    const there = datasetNode(target.engine)
    try {
      await restore(target.engine, file, { data: there.data })
      expect(await there.rows(id)).toEqual(await node.rows(id))
      expect(got(await there.call(datasetChanges, there.at(), { id, since: 1 })).items).toEqual((await changes(id, { since: 1 })).items)
    } finally {
      await there.close()
      await target.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
