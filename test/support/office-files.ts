import { crc32, deflateRawSync } from 'node:zlib'

/** Files as offices have them, made here from sentences of our own: no stranger's file is kept for a test. */

/** A zip of these members, as any program packs it. @param told the size it says of its members, where it lies */
export function zipOf(members: Readonly<Record<string, string | Uint8Array>>, told?: number): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(members)) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x0403_4b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(0x0800, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(bytes), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(told ?? bytes.length, 22)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x0201_4b50, 0)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, Buffer.from(name))
    parts.push(head, Buffer.from(name), packed)
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(Object.keys(members).length, 8)
  end.writeUInt16LE(Object.keys(members).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A paragraph of Word. @param list [num, level] of an automatic number */
export const wordP = (text: string, list?: readonly [number, number]): string =>
  `<w:p>${list === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

/** A table of Word; a cell is its text, or its properties and its text. */
export const wordTable = (rows: readonly (readonly (string | readonly [string, string])[])[]): string =>
  `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row.map((cell) => `<w:tc>${typeof cell === 'string' ? '' : `<w:tcPr>${cell[0]}</w:tcPr>`}${wordP(typeof cell === 'string' ? cell : cell[1])}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

/** A level of a list: its format and its text, «%1.». */
export type WordLevel = readonly [format: string, text: string, start?: number]

/** Lists numbered 1, 2 … in the order given. @param overrides `[num of which list, level, start]`, as lists that follow those */
export const wordNumbering = (
  lists: readonly (readonly WordLevel[])[],
  overrides: readonly (readonly [list: number, level: number, start: number])[] = [],
): string =>
  `<w:numbering ${W}>${lists
    .map(
      (levels, i) =>
        `<w:abstractNum w:abstractNumId="${i}">${levels.map(([format, text, start = 1], depth) => `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum>`,
    )
    .join('')}${lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`).join('')}${overrides
    .map(
      ([list, level, start], i) =>
        `<w:num w:numId="${lists.length + i + 1}"><w:abstractNumId w:val="${list - 1}"/><w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    )
    .join('')}</w:numbering>`

export const docxOf = (body: string, others: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...others,
  })

export const wordPart = (kind: 'hdr' | 'ftr', body: string): string => `<w:${kind} ${W}>${body}</w:${kind}>`

/** Words at a place of a page, in points from its lower left corner. */
export type PdfText = readonly [x: number, y: number, text: string, size?: number]
export type PdfPage = { readonly texts?: readonly PdfText[] /** What is drawn: operators. */; readonly drawn?: string }

/**
 * A PDF with these pages. Letters are written as their UTF-16 units under a table that says so, half an em wide: its text
 * layer is what is tested, and nobody looks at it.
 */
export function pdfOf(pages: readonly PdfPage[], others: readonly string[] = []): Buffer {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  objects.push(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Thu /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Thu /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 6 0 R >>',
    streamOf(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${ranges()} endcmap end end`,
    ),
    '<< /Type /FontDescriptor /FontName /Thu /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>',
  )
  const kids = pages.map((page) => {
    const texts = (page.texts ?? []).map(
      ([x, y, text, size = 13]) =>
        `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj ET`,
    )
    objects.push(streamOf([page.drawn ?? '', ...texts].join('\n')))
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`,
    )
    return `${objects.length} 0 R`
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  objects.push(...others)
  let text = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const place = Buffer.byteLength(text, 'latin1')
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = Buffer.byteLength(text, 'latin1')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`
  return Buffer.from(text, 'latin1')
}

const streamOf = (content: string): string => `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`

/** A range of a table stays within one high byte. */
const ranges = (): string => {
  const all = Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0').toUpperCase())
  const blocks: string[] = []
  for (let i = 0; i < 256; i += 100) {
    const part = all.slice(i, i + 100)
    blocks.push(`${part.length} beginbfrange ${part.map((high) => `<${high}00> <${high}FF> <${high}00>`).join(' ')} endbfrange`)
  }
  return blocks.join(' ')
}

/** A rule of a table, as Word draws it: a thin filled box. */
export const ruled = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1} ${y1} ${Math.max(0.5, x2 - x1)} ${Math.max(0.5, y2 - y1)} re f`

/** A package of the document exchange. */
export const edxmlOf = (
  header: { readonly number: string; readonly notation: string; readonly issuer: string; readonly date: string; readonly subject: string },
  attachments: readonly (readonly [name: string, bytes: Uint8Array])[],
): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="utf-8"?>
<edXML:edXML xmlns:edXML="http://www.e-doc.vn/Schema/"><edXML:edXMLEnvelope><edXML:edXMLHeader><edXML:MessageHeader>
<edXML:From><edXML:OrganId>H17.01</edXML:OrganId><edXML:OrganName>${escaped(header.issuer)}</edXML:OrganName></edXML:From>
<edXML:To><edXML:OrganId>H17.09</edXML:OrganId><edXML:OrganName>Sở Mẫu nhận</edXML:OrganName></edXML:To>
<edXML:Code><edXML:CodeNumber>${header.number}</edXML:CodeNumber><edXML:CodeNotation>${escaped(header.notation)}</edXML:CodeNotation></edXML:Code>
<edXML:PromulgationInfo><edXML:Place>Bình An</edXML:Place><edXML:PromulgationDate>${header.date}</edXML:PromulgationDate></edXML:PromulgationInfo>
<edXML:DocumentType><edXML:Type>1</edXML:Type><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType>
<edXML:Subject>${escaped(header.subject)}</edXML:Subject>
</edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope><edXML:AttachmentEncoded>${attachments
    .map(
      ([name, bytes]) =>
        `<edXML:Attachment><edXML:AttachmentName>${escaped(name)}</edXML:AttachmentName><edXML:ContentTransferEncoded>${Buffer.from(bytes).toString('base64')}</edXML:ContentTransferEncoded></edXML:Attachment>`,
    )
    .join('')}</edXML:AttachmentEncoded></edXML:edXML>`)
