import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  docxOf,
  edxmlOf,
  type PdfPage,
  type PdfText,
  pdfOf,
  ruled,
  wordNumbering,
  wordP,
  wordPart,
  wordTable,
  zipOf,
} from '../../../test/support/office-files.ts'
import type { Refusal } from '../../base/refusals.ts'
import { textFields } from './file-fields.ts'
import type { Read } from './read.ts'
import { readFileOf } from './reading.ts'
import { joinedLines } from './scan.ts'

const read = async (name: string, bytes: Uint8Array): Promise<Read> => {
  const answer = await readFileOf(name, bytes)
  if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code}`)
  return answer.value
}
const text = async (name: string, bytes: Uint8Array): Promise<readonly string[]> =>
  (await read(name, bytes)).text.split('\n').filter((line) => line !== '')
const refusalOf = async (name: string, bytes: Uint8Array): Promise<Refusal | null> => {
  const answer = await readFileOf(name, bytes)
  return answer.ok ? null : answer.refusal
}
const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('Word', () => {
  test('[DOC-8] numbers that Word counts are written, level by level, and a list that begins again does', async () => {
    const numbering = wordNumbering(
      [
        [
          ['decimal', '%1.'],
          ['lowerLetter', '%2)'],
          ['decimal', '%1.%3.'],
        ],
        [['bullet', '\uf0b7']],
        [['upperRoman', '%1.']],
      ],
      [[1, 0, 7]],
    )
    const body =
      wordP('Nhóm một', [3, 0]) +
      wordP('Giao Sở Y tế:', [1, 0]) +
      wordP('Lập danh mục thuốc.', [1, 1]) +
      wordP('Tập huấn cho trạm y tế.', [1, 1]) +
      wordP('', [1, 1]) +
      wordP('Giao Sở Xây dựng:', [1, 0]) +
      wordP('Kiểm tra bến thuyền.', [1, 1]) +
      wordP('Bến khách ngang sông.', [1, 2]) +
      wordP('Bến hàng hóa', [2, 0]) +
      wordP('Nhóm hai', [3, 0]) +
      wordP('Giao Sở Nội vụ.', [4, 0])
    expect(await text('giao-viec.docx', docxOf(body, { 'word/numbering.xml': numbering }))).toEqual([
      'I. Nhóm một',
      '1. Giao Sở Y tế:',
      'a) Lập danh mục thuốc.',
      'b) Tập huấn cho trạm y tế.',
      '2. Giao Sở Xây dựng:',
      'a) Kiểm tra bến thuyền.',
      '2.1. Bến khách ngang sông.',
      '- Bến hàng hóa',
      'II. Nhóm hai',
      '7. Giao Sở Nội vụ.',
    ])
  })

  test('[DOC-8] a number that the style of a paragraph gives is written too', async () => {
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="Goc"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Con"><w:basedOn w:val="Goc"/></w:style></w:styles>`
    const styled = (words: string): string => `<w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
    const files = { 'word/numbering.xml': wordNumbering([[['decimal', 'Điều %1.']]]), 'word/styles.xml': styles }
    expect(await text('qd.docx', docxOf(styled('Thành lập Tổ công tác.') + styled('Nhiệm vụ của Tổ.'), files))).toEqual([
      'Điều 1. Thành lập Tổ công tác.',
      'Điều 2. Nhiệm vụ của Tổ.',
    ])
  })

  test('[DOC-8] a table of work is rows of cells, joined cells said in each; a letterhead is lines', async () => {
    const body =
      wordTable([
        ['UBND TỈNH BÌNH AN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['Số: 15/UBND-KT', 'Bình An, ngày 5 tháng 3 năm 2024'],
      ]) +
      wordTable([
        ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì'],
        [['<w:gridSpan w:val="3"/>', 'Nhóm một']],
        ['1', 'Rà soát bến thuyền', ['<w:vMerge w:val="restart"/>', 'Sở Xây dựng']],
        ['2', 'Công bố danh mục a|b', ['<w:vMerge/>', '']],
      ])
    expect(await text('bang.docx', docxOf(body))).toEqual([
      'UBND TỈNH BÌNH AN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 15/UBND-KT',
      'Bình An, ngày 5 tháng 3 năm 2024',
      '| TT | Nhiệm vụ | Cơ quan chủ trì |',
      '| Nhóm một |  |  |',
      '| 1 | Rà soát bến thuyền | Sở Xây dựng |',
      '| 2 | Công bố danh mục a¦b | Sở Xây dựng |',
    ])
  })

  test('[DOC-8] notes of a page stand below the letter, in their order', async () => {
    const refers =
      '<w:p><w:r><w:t>Giao Sở Y tế</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> lập danh mục.</w:t></w:r></w:p>'
    const note = (id: number, words: string, type = ''): string =>
      `<w:footnote ${type}w:id="${id}">${wordP(words).replace('<w:p>', '<w:p><w:r><w:footnoteRef/></w:r>')}</w:footnote>`
    const notes = `<w:footnotes>${note(0, '', 'w:type="separator" ')}${note(2, 'Nghị định số 45/2024/NĐ-CP.')}${note(3, 'Đã hết hiệu lực.')}</w:footnotes>`
    expect(await text('chu-thich.docx', docxOf(refers, { 'word/footnotes.xml': notes }))).toEqual([
      'Giao Sở Y tế lập danh mục.',
      '[1] Nghị định số 45/2024/NĐ-CP.',
      '[2] Đã hết hiệu lực.',
    ])
  })

  test('[DOC-8] what was deleted or hidden is not read; heads and feet stand apart', async () => {
    const body =
      '<w:p><w:r><w:t>Giao Sở Y tế </w:t></w:r><w:del><w:r><w:delText>và Sở Xây dựng </w:delText></w:r></w:del><w:ins><w:r><w:t>lập danh mục.</w:t></w:r></w:ins></w:p>' +
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>chữ ẩn</w:t></w:r><w:r><w:t>Hết.</w:t></w:r></w:p>'
    const found = await read('sua.docx', docxOf(body, { 'word/header1.xml': wordPart('hdr', wordP('MẬT')) }))
    expect([found.text, found.apart]).toEqual(['Giao Sở Y tế lập danh mục.\nHết.', 'MẬT'])
  })
})

describe('PDF', () => {
  const LETTER: PdfPage = {
    texts: [
      [60, 780, 'UBND TỈNH BÌNH AN', 10],
      [300, 780, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 10],
      [60, 764, 'Số: 15/UBND-KT', 10],
      [300, 764, 'Bình An, ngày 5 tháng 3 năm 2024', 10],
      [90, 700, '1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính lập danh mục thuốc thiết', 12],
      [60, 684, 'yếu, báo cáo UBND tỉnh trước ngày 30/4/2024.', 12],
      [90, 668, '2. Giao Sở Xây dựng thực hiện Chỉ thị số 12-', 12],
    ],
  }

  test('[DOC-8] the two halves of a letterhead are read one after the other; lines broken by the page are one', async () => {
    expect(await text('cv.pdf', pdfOf([LETTER]))).toEqual([
      'UBND TỈNH BÌNH AN',
      'Số: 15/UBND-KT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Bình An, ngày 5 tháng 3 năm 2024',
      '1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính lập danh mục thuốc thiết yếu, báo cáo UBND tỉnh trước ngày 30/4/2024.',
      '2. Giao Sở Xây dựng thực hiện Chỉ thị số 12-',
    ])
  })

  test('[DOC-8] numbers of pages and what every page repeats at its edge stand apart', async () => {
    const page = (n: number): PdfPage => ({
      texts: [
        [60, 810, 'CÔNG BÁO BÌNH AN/Số 12'],
        [300, 790, String(n)],
        [60, 500, `Đoạn của trang ${n}.`],
      ],
    })
    const found = await read('nhieu-trang.pdf', pdfOf([page(1), page(2), page(3)]))
    expect(found.text).toBe('Đoạn của trang 1.\nĐoạn của trang 2.\nĐoạn của trang 3.')
    expect(found.apart.split('\n')).toContain('CÔNG BÁO BÌNH AN/Số 12')
  })

  test('[DOC-8] a table is read by its rules: lines of a cell are one, a joined cell is said in each row', async () => {
    const across = [715, 690, 630].map((y) => ruled(60, y, 540, y))
    const drawn = [
      ...across,
      ruled(60, 655, 300, 655),
      ruled(440, 655, 540, 655),
      ...[60, 100, 300, 440, 540].map((x) => ruled(x, 630, x, 715)),
    ]
    const page: PdfPage = {
      drawn: drawn.join('\n'),
      texts: [
        [70, 700, 'TT'],
        [110, 700, 'Nhiệm vụ'],
        [310, 700, 'Cơ quan chủ trì'],
        [450, 700, 'Thời gian'],
        [70, 668, '1'],
        [110, 676, 'Rà soát quy hoạch'],
        [110, 662, 'các bến thuyền'],
        [310, 660, 'Sở Xây dựng'],
        [450, 668, 'Quý II/2024'],
        [70, 640, '2'],
        [110, 640, 'Công bố danh mục'],
        [450, 640, 'Quý III/2024'],
      ],
    }
    expect(await text('phu-luc.pdf', pdfOf([page]))).toEqual([
      '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |',
      '| 1 | Rà soát quy hoạch các bến thuyền | Sở Xây dựng | Quý II/2024 |',
      '| 2 | Công bố danh mục | Sở Xây dựng | Quý III/2024 |',
    ])
  })

  test('[DOC-8] a table without rules is read by the white between its columns', async () => {
    const texts: readonly PdfText[] = [
      [60, 760, 'Phân công nhiệm vụ như sau:'],
      [64, 700, 'TT'],
      [170, 700, 'Nhiệm vụ'],
      [310, 700, 'Cơ quan chủ trì'],
      [450, 700, 'Thời gian'],
      [70, 680, '1'],
      [100, 680, 'Rà soát quy hoạch'],
      [310, 680, 'Sở Xây dựng'],
      [450, 680, 'Quý II/2024'],
      [100, 664, 'các bến thuyền'],
      [70, 640, '2'],
      [100, 640, 'Công bố danh mục'],
      [310, 640, 'Sở Y tế'],
      [450, 640, 'Quý III/2024'],
      [60, 600, 'Các sở báo cáo kết quả về UBND tỉnh trước ngày 15 hằng tháng.'],
    ]
    const rows = (numbers: boolean): readonly string[] => [
      'Phân công nhiệm vụ như sau:',
      ...['TT | Nhiệm vụ', '1 | Rà soát quy hoạch các bến thuyền', '2 | Công bố danh mục'].map((row, i) => {
        const others =
          [
            ['Cơ quan chủ trì', 'Thời gian'],
            ['Sở Xây dựng', 'Quý II/2024'],
            ['Sở Y tế', 'Quý III/2024'],
          ][i] ?? []
        return `| ${[numbers ? row : (row.split(' | ')[1] ?? ''), ...others].join(' | ')} |`
      }),
      'Các sở báo cáo kết quả về UBND tỉnh trước ngày 15 hằng tháng.',
    ]
    expect(await text('phu-luc.pdf', pdfOf([{ texts }]))).toEqual(rows(true))
    expect(await text('phu-luc.pdf', pdfOf([{ texts: texts.filter(([x]) => x > 70 || x === 60) }]))).toEqual(rows(false))
  })

  test('[DOC-10] a signature field is shown as it speaks of itself', async () => {
    const name = `FEFF${Buffer.from('Nguyễn Mẫu An', 'utf16le').swap16().toString('hex')}`
    const signature = `<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00AA> /Name <${name}> /M (D:20240305101500+07'00') /Reason (Ban h\\356nh) >>`
    expect((await read('ky.pdf', pdfOf([LETTER], [signature]))).signatures).toEqual([
      { name: 'Nguyễn Mẫu An', at: '2024-03-05 10:15', reason: 'Ban hînh' },
    ])
  })

  test('[DOC-9] one of two thousand pages, and one with a password, are refused', async () => {
    const pages = Array.from({ length: 2000 }, () => ({ texts: [[60, 700, 'Trang']] }) satisfies PdfPage)
    expect(await refusalOf('dai.pdf', pdfOf(pages))).toEqual({ code: 'file-pages', data: { pages: 2000, limit: 500, name: 'dai.pdf' } })
    const locked = pdfOf([LETTER])
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -44 >>`,
      )
    expect(await refusalOf('khoa.pdf', Buffer.from(locked, 'latin1'))).toEqual({ code: 'file-locked', data: { name: 'khoa.pdf' } })
    expect(await refusalOf('hong.pdf', utf8('%PDF-1.7\nkhông phải PDF'))).toEqual({ code: 'file-broken', data: { name: 'hong.pdf' } })
  })
})

describe('pages of the web', () => {
  test('[DOC-8] lists get their numbers, tables their rows; programs and what is hidden are dropped', async () => {
    const html = `<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><script>alert('Giao Sở Y tế')</script>
<p>Giao&nbsp;Sở Nội vụ
   lập danh mục<br>trước ngày 30/4/2024.</p><ol type="a" start="2"><li>Rà soát</li><li>Công bố</li></ol><ul><li>Bến</li></ul>
<p style="display:none">Giao Sở Y tế</p>
<table><tr><th>Nhiệm vụ<th>Chủ trì<th>Hạn</tr><tr><td>Tập huấn<td rowspan=2>Sở Y tế<td>Quý I<tr><td>Cấp tài liệu<td>Quý II</table></body></html>`
    expect(await text('trang.html', utf8(html))).toEqual([
      'Giao Sở Nội vụ lập danh mục',
      'trước ngày 30/4/2024.',
      'b) Rà soát',
      'c) Công bố',
      '- Bến',
      '| Nhiệm vụ | Chủ trì | Hạn |',
      '| Tập huấn | Sở Y tế | Quý I |',
      '| Cấp tài liệu | Sở Y tế | Quý II |',
    ])
  })

  test('[DOC-8] a text with a tag in it stays a text, to the letter', async () => {
    const words = 'Giao Sở Y tế <script>alert(1)</script> lập danh mục.\n'
    expect((await read('cv.txt', utf8(words))).text).toBe(words)
  })
})

describe('packages', () => {
  const header = { number: '05', notation: 'UBND-KT', issuer: 'UBND tỉnh Bình An', date: '2024-03-05', subject: 'V/v danh mục thuốc' }

  test('[DOC-11] the header keeps its noughts, the letter is the first attachment that can be read, annexes follow it', async () => {
    const parcel = edxmlOf(header, [
      ['cv.txt', utf8('Giao Sở Y tế lập danh mục thuốc.')],
      ['anh.bin', Uint8Array.of(0, 1, 2)],
      ['phu-luc.docx', docxOf(wordP('PHỤ LỤC'))],
    ])
    const found = await read('goi.edxml', parcel)
    expect(found.text).toBe('Giao Sở Y tế lập danh mục thuốc.\n\n[phu-luc.docx]\n\nPHỤ LỤC')
    expect(found.header).toEqual({
      number: '05/UBND-KT',
      issuer: 'UBND tỉnh Bình An',
      date: '2024-03-05',
      type: 'Công văn',
      abstract: 'V/v danh mục thuốc',
    })
    expect(found.notes).toEqual([
      { code: 'attachment-read', data: { name: 'cv.txt' } },
      { code: 'attachment-unread', data: { name: 'anh.bin' } },
      { code: 'attachment-read', data: { name: 'phu-luc.docx' } },
    ])
  })

  test('[DOC-11] attachments that stand beside the header in a zip are found', async () => {
    const parcel = zipOf({ 'goi.edxml': edxmlOf(header, []), 'cv.txt': 'Giao Sở Y tế.' })
    expect((await read('goi.zip', parcel)).text).toBe('Giao Sở Y tế.')
  })
})

describe('what is no letter', () => {
  test('[DOC-9] a bomb, whatever it says of its size, and entities that grow are refused', async () => {
    const much = wordP('a').repeat(2_000_000)
    expect(await refusalOf('bom.docx', docxOf(much))).toEqual({ code: 'file-expands', data: { name: 'bom.docx' } })
    const lying = zipOf({ 'word/document.xml': `<w:document>${much.slice(0, 40_000_000)}</w:document>` }, 100)
    expect(await refusalOf('bom.docx', lying)).toEqual({ code: 'file-expands', data: { name: 'bom.docx' } })
    const entities = '<!DOCTYPE a [<!ENTITY a "bom"><!ENTITY b "&a;&a;&a;">]>'
    expect(await refusalOf('bom.edxml', utf8(`<?xml version="1.0"?>${entities}<edXML>&b;</edXML>`))).toEqual({
      code: 'file-entities',
      data: { name: 'bom.edxml' },
    })
    const inWord = zipOf({ 'word/document.xml': `<?xml version="1.0"?>${entities}<w:document/>` })
    expect(await refusalOf('bom.docx', inWord)).toEqual({ code: 'file-entities', data: { name: 'bom.docx' } })
  })

  test('[DOC-9] twenty megabytes of text are refused before they are read', async () => {
    expect(await refusalOf('dai.txt', Buffer.alloc(20 * 1024 * 1024, 'việc '))).toMatchObject({ code: 'text-too-long' })
  })

  test.each([
    ['trong.txt', Uint8Array.of(), 'file-empty'],
    ['chuong-trinh.txt', Uint8Array.of(1, 2, 0, 3, 200), 'text-not-readable'],
    [
      'hai-bang-ma.txt',
      Buffer.concat([utf8('Giao Sở Y tế lập danh mục. '), Buffer.from([0x47, 0xed, 0xd5, 0x20, 0xb5, 0xb6, 0xf3])]),
      'text-not-readable',
    ],
    ['cu.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'file-old-word'],
    ['cu.rtf', utf8('{\\rtf1 Giao So Y te}'), 'file-old-word'],
    ['la.zip', zipOf({ 'a.txt': 'a' }), 'file-kind-unknown'],
    ['cut.docx', docxOf(wordP('a')).subarray(0, 100), 'file-broken'],
  ])('[DOC-8] %s: a sentence says why', async (name, bytes, code) => {
    expect((await refusalOf(name, bytes))?.code).toBe(code)
  })

  test('[DOC-8] half of a pair of letters becomes the sign for what cannot be read', async () => {
    const lone = Buffer.from('fffe470069006100d86f', 'hex')
    expect((await read('le.txt', Buffer.concat([lone.subarray(0, 8), Buffer.from([0x6f, 0x00])]))).text).toBe('Giao')
  })
})

describe('scans', () => {
  const withPrograms = async (programs: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'lienvung-programs-'))
    for (const [name, script] of Object.entries(programs)) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
      chmodSync(join(folder, name), 0o755)
    }
    const before = process.env['PATH']
    process.env['PATH'] = `${folder}:/usr/bin:/bin`
    if (Object.keys(programs).length === 0) process.env['PATH'] = folder
    try {
      await work()
    } finally {
      process.env['PATH'] = before
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

  test('[DOC-12] without a recogniser the file is taken, and a sentence says why it has no text', async () => {
    await withPrograms({}, async () => {
      expect(await read('quet.png', PNG)).toMatchObject({ text: '', format: 'scan', notes: [{ code: 'no-recogniser' }], machine: [] })
      // whoever has only its words is told why there are none
      const told: string[] = []
      await textFields('quet.png', PNG, (notes) => told.push(...notes.map(({ code }) => code)))
      expect(told).toEqual(['no-recogniser'])
      const curves = pdfOf([{ drawn: ruled(10, 10, 90, 90) }])
      expect(await read('net-ve.pdf', curves)).toMatchObject({ text: '', notes: [{ code: 'no-recogniser' }], blankPages: [1] })
    })
  })

  test('[DOC-12] what Tesseract recognises is marked as read by a machine', async () => {
    // as Tesseract 5.3 answers
    const tesseract = `[ "$1" = --list-langs ] && { echo 'List of available languages in "x" (1):'; echo vie; exit 0; }
printf 'Giao Sở Y tế lập danh mục thuốc.\\n\\014'`
    await withPrograms({ tesseract }, async () => {
      const found = await read('quet.png', PNG)
      expect([found.text, found.machine, found.notes]).toEqual([
        'Giao Sở Y tế lập danh mục thuốc.',
        [[0, 32]],
        [{ code: 'recognised', data: { pages: 1 } }],
      ])
    })
  })
})

test('[DOC-12] lines that a page broke in a picture are one paragraph again', () => {
  const recognised =
    'Kính gửi: Các sở\n\n1. Sở Y tế chủ trì, phối hợp với Sở Tài chính\n\nlập danh mục thuốc, báo cáo UBND tỉnh trước.\nGiao Sở Nội vụ.\n2. Sở Xây dựng kiểm tra.'
  expect(joinedLines(recognised).split('\n')).toEqual([
    'Kính gửi: Các sở',
    '1. Sở Y tế chủ trì, phối hợp với Sở Tài chính lập danh mục thuốc, báo cáo UBND tỉnh trước.',
    'Giao Sở Nội vụ.',
    '2. Sở Xây dựng kiểm tra.',
  ])
})
