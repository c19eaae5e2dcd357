import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, unzipped } from '../../../test/support/unzip.ts'
import { day } from '../../kernel/period/day.ts'
import { type Cell, workbook } from './workbook.ts'
import { zipped } from './zip.ts'

const sheet = (...rows: readonly (readonly Cell[])[]) => workbook([{ name: 'Nhiệm vụ', widths: [10, 20], frozen: 1, rows }])

test('[BRD-13] text stays text though it looks like a formula; days, numbers and shares are what they are', async () => {
  const rows: readonly (readonly Cell[])[] = [
    [{ head: 'Việc' }, { head: 'Hạn' }],
    ['=1+1', { day: day('2025-07-01') }],
    ['<b> & "q"\u0000\u000b', 1234],
    [null, { share: 0.25 }],
  ]
  const xml = unzipped(await bytesOf(sheet(...rows)))['xl/worksheets/sheet1.xml'] ?? ''
  expect(xml).toContain('<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c r="B2" s="2"><v>45839</v></c>')
  expect(xml).toContain('&lt;b&gt; &amp; &quot;q&quot;_x000B_</t></is></c><c r="B3" s="3"><v>1234</v></c>')
  expect(xml).toContain('<row r="4"><c r="B4" s="4"><v>0.25</v></c></row>')
  expect(xml).not.toContain('<f>')
})

test('[BRD-13] whatever the members hold comes out again, and a cut archive has no directory', async () => {
  async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
    yield* texts
  }
  const law = fc.asyncProperty(
    fc.dictionary(fc.stringMatching(/^[a-z]{1,12}$/), fc.array(fc.string({ unit: 'grapheme' })), { noNullPrototype: true }),
    async (members) => {
      const zip = await bytesOf(zipped(Object.entries(members).map(([name, texts]) => ({ name, text: pieces(texts) }))))
      expect(unzipped(zip)).toEqual(
        Object.fromEntries(Object.entries(members).map(([name, texts]) => [name, Buffer.from(texts.join('')).toString('utf8')])),
      )
      expect(zip.subarray(0, -22).includes(Buffer.from('PK\u0005\u0006'))).toBe(false)
    },
  )
  await fc.assert(law, { numRuns: 40 })
})

test('[BRD-13] rows that fail in the middle break the archive; they do not end it', async () => {
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    yield ['một']
    throw new Error('the database went away')
  }
  await expect(bytesOf(workbook([{ name: 'a', widths: [5], frozen: 0, rows: rows() }]))).rejects.toThrow('the database went away')
})
