import { open } from 'node:fs/promises'
import type { Refusal, RefusalCode } from '../../../base/refusals.ts'

/** Files that people have and that are not read here: told by their bytes, else by their names, with what may be done. [DAT-123] */
type Kind = { readonly code: RefusalCode; readonly format: string }

const BY_NAME: Readonly<Record<string, Kind>> = {
  ...all('import-save-as-workbook', ['xls', 'xlsb', 'xlt', 'ods', 'et', 'numbers']),
  ...all('import-no-table', ['doc', 'docx', 'pdf', 'rtf', 'odt', 'ppt', 'pptx', 'html', 'htm', 'jpg', 'jpeg', 'png', 'tif', 'tiff']),
  ...all('import-unpack', ['rar', '7z', 'gz', 'tar', 'tgz', 'bz2', 'xz']),
  ...all('import-save-tables', ['mdb', 'accdb', 'dbf', 'sqlite', 'db', 'sql', 'bak']),
  ...all('import-save-layer', ['kml', 'kmz', 'tab', 'mif', 'dwg', 'dxf', 'dgn', 'gml', 'gpx']),
  ...all('import-zip-shapefile', ['shp', 'shx', 'prj']),
}

function all(code: RefusalCode, endings: readonly string[]): Readonly<Record<string, Kind>> {
  return Object.fromEntries(endings.map((ending) => [ending, { code, format: `.${ending}` }]))
}

const LATIN: readonly (readonly [string, Kind])[] = [
  ['%PDF-', { code: 'import-no-table', format: 'PDF' }],
  ['{\\rtf', { code: 'import-no-table', format: 'RTF' }],
  ['Rar!\x1a\x07', { code: 'import-unpack', format: 'RAR' }],
  ['7z\xbc\xaf\x27\x1c', { code: 'import-unpack', format: '7z' }],
  ['\x1f\x8b', { code: 'import-unpack', format: 'GZIP' }],
  ['\0\x01\0\0Standard ', { code: 'import-save-tables', format: 'Access' }],
]
/** Its number of version, then nothing: a heading may begin so too. */
const DWG = /^AC10\d\d\0/
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** Where the list of what an OLE file holds may be. */
const LOOKED_AT = 4_000_000

/** @returns null: nothing is known of it */
export async function notRead(path: string, name: string): Promise<Refusal | null> {
  const ending = /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const begin = await bytesOf(path, 16)
  const text = begin.toString('latin1')
  const kind = text.startsWith(OLE) ? await inOle(path, ending) : (signed(text) ?? BY_NAME[ending])
  return kind === undefined ? null : { code: kind.code, data: { name, format: kind.format } }
}

const signed = (text: string): Kind | undefined =>
  DWG.test(text) ? { code: 'import-save-layer', format: 'DWG' } : LATIN.find(([sign]) => text.startsWith(sign))?.[1]

/** Old Excel and Word, and a new workbook that has a password, are of one kind: what is inside has a name in UTF-16. */
async function inOle(path: string, ending: string): Promise<Kind> {
  const bytes = await bytesOf(path, LOOKED_AT)
  const has = (word: string): boolean => bytes.includes(Buffer.from(word, 'utf16le'))
  if (has('EncryptedPackage')) return { code: 'import-locked', format: `.${ending}` }
  if (has('WordDocument') || has('PowerPoint Document'))
    return { code: 'import-no-table', format: ending === 'ppt' ? 'PowerPoint' : 'Word' }
  return { code: 'import-save-as-workbook', format: 'Excel 97–2003 (.xls)' }
}

async function bytesOf(path: string, most: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
