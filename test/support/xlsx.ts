import { zipped } from '../../src/doors/xlsx/zip.ts'
import { bytesOf } from './unzip.ts'

/** Workbooks as offices have them, written cell by cell. Styles: 1 a day with its time, 2 per cent, 3 a code of five figures, 4 a month with its year. */
export const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`

/** Rows of texts and numbers, from the first on; an empty text only has a format. */
export const rowsOf = (rows: readonly (readonly (string | number)[])[]): readonly string[] =>
  rows.map(
    (cells, r) =>
      `<row r="${r + 1}">${cells
        .map((cell, c) => {
          const at = `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[c]}${r + 1}`
          return typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : cell === '' ? `<c r="${at}" s="1"/>` : inline(at, cell)
        })
        .join('')}</row>`,
  )

export const sheetOf = (rows: readonly string[], merged: readonly string[] = [], prefix = '', cols = ''): string =>
  `<${prefix}worksheet>${cols}<${prefix}sheetData>${rows.join('')}</${prefix}sheetData>${
    merged.length === 0
      ? ''
      : `<${prefix}mergeCells>${merged.map((ref) => `<${prefix}mergeCell ref="${ref}"/>`).join('')}</${prefix}mergeCells>`
  }</${prefix}worksheet>`

const STYLES =
  '<styleSheet><numFmts count="3"><numFmt numFmtId="166" formatCode="mm/yyyy"/><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>'

/** A book of one sheet «Bảng», and of a hidden one «Nháp» where it is given. */
export function bookOf(
  rows: readonly string[],
  { merged = [] as readonly string[], hidden = '', prefix = '', cols = '' } = {},
): Promise<Buffer> {
  const sheets = [['Bảng', ''] as const, ...(hidden === '' ? [] : [['Nháp', ' state="hidden"'] as const])]
  const members = {
    'xl/workbook.xml': `<workbook><sheets>${sheets.map(([name, state], i) => `<sheet name="${name}" sheetId="${i + 1}"${state} r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="r${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetOf(rows, merged, prefix, cols),
    ...(hidden === '' ? {} : { 'xl/worksheets/sheet2.xml': hidden }),
  }
  return bytesOf(zipped(Object.entries(members).map(([name, text]) => ({ name, text: once(text) }))))
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
