import type { Refusal } from '../../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../../base/result.ts'
import type { Source } from '../source.ts'
import { openZip, type Zip } from '../zip.ts'
import { type Readable, readableIn } from './beside.ts'
import { type Known, seenSheet, stringOf } from './sheet.ts'
import { tableIn } from './table.ts'
import { attribute, elements, prefixOff } from './xml.ts'

/**
 * The sheet of a workbook that was chosen, or of those that are shown the one with most rows. [DAT-17]
 *
 * Ours, as the writer is: libraries for it bring some hundred and fifty packages, and none says where a heading came from.
 */
export async function xlsxSource(path: string, name: string, hasHead: boolean, part: string | null): Promise<Result<Source, Refusal>> {
  const zip = await openZip(path)
  const unknown = refuse({ code: 'import-unreadable', data: { name, format: 'XLSX' } } as const)
  if (zip === null) return unknown
  try {
    const book = (await textOf(zip, 'xl/workbook.xml')) ?? ''
    const known: Known = {
      strings: await sharedStrings(zip),
      ...(await styles(zip)),
      is1904: /date1904\s*=\s*["'](?:1|true)/.test(book),
    }
    const named = await sheetNames(zip, book)
    const sheets: (readonly Readable[])[] = []
    for (const member of zip.names.filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one)).toSorted()) {
      const pieces = await zip.pieces(member)
      if (pieces === null) continue
      const sheet = await seenSheet(pieces, known)
      const own = named.get(member) ?? { name: member.replace(/^.*\/|\.xml$/g, ''), hidden: false }
      sheets.push(await readableIn(sheet, { name: own.name, ...(own.hidden ? { hidden: true } : {}) }))
    }
    const isHidden = ({ part: { hidden } }: Readable): number => (hidden === true ? 1 : 0)
    const all = sheets.flat()
    const best =
      all.find((one) => one.part.name === part) ??
      sheets.flatMap((of) => of.slice(0, 1)).toSorted((a, b) => isHidden(a) - isHidden(b) || b.part.rows - a.part.rows)[0]
    if (best === undefined || best.sheet.rows === 0) return refuse({ code: 'import-empty' })
    return ok({
      ...(await tableIn(best.sheet, hasHead)),
      parts: all.map((one) => one.part),
      part: best.part.name,
      besides: zip.names.filter((one) => BESIDES.test(one)),
    })
  } catch (error) {
    if (error instanceof RangeError) return unknown
    // a sheet longer than one text can be
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG')
      return refuse({ code: 'file-too-large', data: { name, limit: 500 } })
    throw error
  } finally {
    await zip.close()
  }
}

/** Notes in cells, rows that a pivot keeps of another table, other files put in, pictures. */
const BESIDES =
  /^xl\/(?:comments\d*\.xml|comments\/|threadedComments\/|drawings\/drawing\d*\.xml|vbaProject\.bin|pivotCache\/pivotCacheRecords|embeddings\/|externalLinks\/[^/]+\.xml$|media\/)/

type Named = { readonly name: string; readonly hidden: boolean }

/** What the sheets are called, and which are shown, by the member that holds each. */
async function sheetNames(zip: Zip, book: string): Promise<ReadonlyMap<string, Named>> {
  const links = (await textOf(zip, 'xl/_rels/workbook.xml.rels')) ?? ''
  const targets = new Map(
    [...links.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id') ?? '',
      `xl/${(attribute(tag, 'Target') ?? '').replace(/^\/?(?:xl\/)?/, '')}`,
    ]),
  )
  return new Map(
    [...book.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => [
      targets.get(attribute(tag, '\\w+:id') ?? '') ?? '',
      { name: attribute(tag, 'name') ?? '', hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible' },
    ]),
  )
}

async function sharedStrings(zip: Zip): Promise<readonly string[]> {
  const xml = (await textOf(zip, 'xl/sharedStrings.xml')) ?? ''
  return [...elements(xml, 'si')].map(([, inner]) => stringOf(inner))
}

/** Numbers of the cell formats that show a day or a time, hundredths, or a code with its zeros. */
async function styles(zip: Zip): Promise<Pick<Known, 'dates' | 'months' | 'percents' | 'spans' | 'padded'>> {
  const xml = (await textOf(zip, 'xl/styles.xml')) ?? ''
  const codes = new Map(
    [...elements(xml, 'numFmt')].map(([said]) => [Number(attribute(said, 'numFmtId')), attribute(said, 'formatCode') ?? '']),
  )
  // «_V» leaves room for a V, «*-» fills with dashes, and what is quoted is text
  const bare = (code: string): string => code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  const formats = [...(/<cellXfs\b.*?<\/cellXfs>/s.exec(xml)?.[0] ?? '').matchAll(/<xf\b[^>]*>/g)].map(([tag]) =>
    Number(attribute(tag, 'numFmtId') ?? 0),
  )
  const those = (is: (format: number, code: string) => boolean): ReadonlySet<number> =>
    new Set(formats.flatMap((format, i) => (is(format, codes.get(format) ?? '') ? [i] : [])))
  return {
    spans: those((format, code) => format === 46 || /\[(?:h+|m+|s+)\]/i.test(code)),
    dates: those((format, code) => (format >= 14 && format <= 22) || format === 45 || format === 47 || /[ymdhs]/i.test(bare(code))),
    months: those((format, code) => format === 17 || (/y/i.test(bare(code)) && /m/i.test(bare(code)) && !/[dhs]/i.test(bare(code)))),
    padded: new Map(
      formats.flatMap((format, i) => {
        const zeros = /^0{2,18}$/.exec(bare(codes.get(format) ?? ''))?.[0].length
        return zeros === undefined ? [] : [[i, zeros] as const]
      }),
    ),
    percents: those((format, code) => format === 9 || format === 10 || bare(code).includes('%')),
  }
}

async function textOf(zip: Zip, name: string): Promise<string | null> {
  const xml = (await zip.read(name))?.toString('utf8')
  return xml === undefined ? null : prefixOff(xml)(xml)
}
