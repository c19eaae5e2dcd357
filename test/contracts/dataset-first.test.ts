import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { bringFirstData, bringMissingData } from '../../src/main/first-data.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { importList } from '../../src/operations/dataset/import/list-imports.ts'
import { datasetList } from '../../src/operations/dataset/list-datasets.ts'
import { datasetNode } from '../support/dataset-node.ts'
import { engines } from '../support/engines.ts'
import { got } from '../support/entrance.ts'

test.each(engines)(
  '[DAT-18] on $name a new node has real data, each with its source, licence and attribution, and brings them once',
  async ({ open }) => {
    const opened = await open()
    const node = datasetNode(opened.engine)
    try {
      const files = readdirSync('datasets').filter((name) => name.endsWith('.csv')).length
      expect([await bringFirstData(node), await bringFirstData(node)]).toEqual([files, 0])
      expect(got(await node.call(importList, node.at(), { limit: 50 })).items.filter(({ state }) => state !== 'done')).toEqual([])
      const { items, total } = got(await node.call(datasetList, node.at(NOBODY), { limit: 50 }))
      expect([total, node.faults]).toEqual([files, []])
      expect(
        items.filter((one) => one.source === null || one.licence === null || one.attribution === null || one.description === null),
      ).toEqual([])
      expect(items.filter((one) => one.current.badRows > 0).map(({ slug }) => slug)).toEqual([])
      const places = await node.rows('dien-tich-dan-so-34-tinh-thanh-pho', { filter: 'ma_tinh:eq:48' }, NOBODY)
      expect(places).toMatchObject([{ ten: 'Đà Nẵng', so_xa: 94, dien_tich: 11859.59 }])
      // the command brings those that are missing, and leaves what is there
      const [one] = items
      got(await node.call(datasetDescribe, node.at(), { id: one?.id, version: one?.version, title: 'Tên khác' }))
      expect([await bringFirstData(node), await bringMissingData(node), await bringMissingData(node)]).toEqual([0, 1, 0])
    } finally {
      await node.close()
      await opened.close()
    }
  },
  120_000,
)

// 27-11-2026: the description said «khoảng mười tháng» are missing
test('[DAT-18] what a description says to be missing is what is missing', () => {
  const lines = readFileSync('datasets/thoi-tiet-thang.csv', 'utf8').trim().split('\n').slice(1)
  const months = Map.groupBy(
    lines.map((line) => line.split(',')),
    ([, province]) => province,
  )
  const all = [...new Set(lines.map((line) => line.split(',')[2]))]
  const lacking = [...months].flatMap(([province, rows]) => {
    const missing = all.filter((month) => rows.every((row) => row[2] !== month))
    return missing.length === 0 ? [] : [{ province, missing }]
  })
  expect([all.length, lacking.map(({ province }) => province).toSorted()]).toEqual([180, ['Huế', 'Hà Nội', 'Khánh Hòa', 'Sơn La']])
  expect(new Set(lacking.map(({ missing }) => [missing[0], missing.at(-1), missing.length].join(' ')))).toEqual(
    new Set(['2025-01-01 2025-11-01 11']),
  )
  expect(readFileSync('datasets/manifest.json', 'utf8')).toContain(
    'Hà Nội, Huế, Khánh Hòa, Sơn La thiếu tháng 1 đến tháng 11/2025, 44 dòng; các tỉnh khác đủ 180 tháng.',
  )
})
