import { expect, test } from 'vitest'
import { openDbf } from './dbf.ts'

// red 2026-11-28: a date that was never filled in was the bad day 0000-00-00 and cost its row
test('[DAT-17] a date of a .dbf that is blank, or of zeros, is none', async () => {
  const dates = ['20250912', '00000000', '        ', '0       ', '        ', '20251301']
  const dbf = Buffer.alloc(65 + dates.length * 9, 0x20)
  dbf.fill(0, 0, 64)
  dbf.writeUInt32LE(dates.length, 4)
  dbf.writeUInt16LE(65, 8)
  dbf.writeUInt16LE(9, 10)
  dbf.write('NGAY', 32, 'latin1')
  dbf.write('D', 43, 'latin1')
  dbf.writeUInt8(8, 48)
  dbf.writeUInt8(13, 64)
  for (const [i, date] of dates.entries()) dbf.write(date, 66 + i * 9, 'latin1')
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield dbf
  }
  const cells: unknown[] = []
  for await (const row of (await openDbf(pieces, 'utf-8')).rows()) cells.push(row?.[0])
  expect(cells).toEqual([{ is: 'day', text: '2025-09-12' }, '', '', '', '', { is: 'day', text: '2025-13-01' }])
})
