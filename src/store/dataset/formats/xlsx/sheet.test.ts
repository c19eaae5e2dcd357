import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bytesOf } from '../../../../../test/support/unzip.ts'
import { workbook } from '../../../../doors/xlsx/workbook.ts'
import { CUT, MOST_LETTERS } from '../../../../kernel/dataset/format/spreadsheet.ts'
import { openSource } from '../open-source.ts'
import { unescaped } from './xml.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienvung-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('[DAT-17] a name that XML does not have is no reference', () => {
  expect(unescaped('&amp;&lt;&constructor;&toString;&__proto__;')).toBe('&<&constructor;&toString;&__proto__;')
})

// red 27-11-2026: a text that the download had cut became that of the new version
test('[DAT-124] a cell that was cut when its workbook was made is a bad one when it comes in again', async () => {
  const path = join(folder, 'a.xlsx')
  const whole = 'á'.repeat(MOST_LETTERS)
  const rows = [
    ['ma', 'chu'],
    ['1', `${whole}x`],
    ['2', whole],
    ['3', `x${CUT}`],
  ]
  writeFileSync(path, await bytesOf(workbook([{ name: 'a', widths: [9, 9], frozen: 0, rows }])))
  const source = await openSource(path, 'a.xlsx', true, null)
  if (!source.ok) throw new Error(source.refusal.code)
  const cells: unknown[] = []
  for await (const piece of source.value.pieces()) cells.push(...piece.rows.map((row) => row.cells[1]))
  expect(cells).toEqual([{ is: 'fault', bad: 'cut', text: `${'á'.repeat(MOST_LETTERS - CUT.length)}${CUT}` }, whole, `x${CUT}`])
})
