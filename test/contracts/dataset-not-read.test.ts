import { expect, test } from 'vitest'
import { onePGlite, onNodes } from '../support/dataset-node.ts'
import { zipOf } from '../support/office-files.ts'

/** What offices send that is no table here. */
const ole = (word: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(word, 'utf16le'), Buffer.alloc(600)])

onNodes((node) => {
  const refused = async (name: string, bytes: string | Uint8Array): Promise<unknown> => (await node.read(name, bytes)).failure?.code ?? null

  test.each([
    ['cũ.xls', ole('Workbook'), 'import-save-as-workbook'],
    ['đổi tên.xlsx', ole('Workbook'), 'import-save-as-workbook'],
    ['đổi tên.csv', ole('Workbook'), 'import-save-as-workbook'],
    ['khóa.xlsx', ole('EncryptedPackage'), 'import-locked'],
    ['công văn.doc', ole('WordDocument'), 'import-no-table'],
    ['xuất từ web.xls', '<html><table><tr><td>a</td></tr></table></html>', 'import-save-as-workbook'],
    ['quét.csv', '%PDF-1.7\n', 'import-no-table'],
    ['công văn.docx', zipOf({ 'word/document.xml': '<w/>' }), 'import-no-table'],
    ['nén.rar', 'Rar!\u001a\u0007', 'import-unpack'],
    ['kho.mdb', Buffer.from('\0\u0001\0\0Standard Jet DB', 'latin1'), 'import-save-tables'],
    ['ranh.dwg', 'AC1027\0\0', 'import-save-layer'],
    ['điểm.kmz', zipOf({ 'doc.kml': '<kml/>' }), 'import-save-layer'],
    ['điểm.tab', '!table', 'import-save-layer'],
    ['lớp.shp', Buffer.from('0000270a', 'hex'), 'import-zip-shapefile'],
    ['lạ.xyz', 'gì đó', 'import-format-unknown'],
  ])('[DAT-123] %s is told with what may be done', async (name, bytes, code) => {
    expect(await refused(name, bytes)).toBe(code)
  })

  test('[DAT-123] a sentence says how; a table whose heading begins like a sign of a format is a table', async () => {
    expect((await node.read('cũ.xls', ole('Workbook'))).failure?.sentence).toContain('chọn Lưu thành (Save As) loại .xlsx')
    expect(await refused('mã.csv', 'AC1027,b\n1,2\n3,4\n')).toBe(null)
  })
}, onePGlite)
