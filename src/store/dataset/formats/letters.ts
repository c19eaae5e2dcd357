import { type LegacyEncoding, mayBeLegacy, repaired, repairedAs } from '../../../base/encoding/encoding.ts'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { type Around, aboveIn, PARTED } from '../../../kernel/dataset/sheet/around.ts'
import type { Source } from './source.ts'

/**
 * Texts typed in a .Vn or VNI font stand in a workbook, a JSON or a CSV as the wrong letters of Unicode: «§µ N½ng». By the words
 * of a column, and of the headings, it is told whether they are; only cells that no right text could be are put right. [DAT-76]
 */
const LOOKED_AT = 4000

/** @returns the source itself, where its letters are right */
export async function inRightLetters(source: Source): Promise<Source> {
  const head = legacyOf(source.head)
  const columns = await columnsOf(source)
  const legacy = head ?? columns.find((one) => one !== null) ?? null
  if (legacy === null) return source
  const put = (cell: Cell, i: number): Cell => {
    const own = columns[i] ?? null
    return own === null || typeof cell !== 'string' ? cell : repairedAs(own, cell)
  }
  const row = (one: SourceRow): SourceRow => ({ ...one, cells: one.cells.map(put) })
  return {
    ...source,
    encoding: legacy,
    head: head === null ? source.head : source.head.map((label) => repairedAs(head, label)),
    ...(source.around === undefined ? {} : { around: aroundAs(head ?? legacy, source.around) }),
    async *pieces() {
      for await (const piece of source.pieces()) yield { ...piece, rows: piece.rows.map(row) }
    },
  }
}

/** What stands above a table is typed in the font of its headings. */
function aroundAs(legacy: LegacyEncoding, around: Around): Around {
  const { above } = around
  const said = above.map((line) => ({ at: line.at, cells: [mayBeLegacy(line.value) ? repairedAs(legacy, line.value) : line.value] }))
  const right = aboveIn(said.map(({ at, cells }) => ({ at, cells: cells.flatMap((cell) => cell.split(PARTED)) })))
  return { ...around, ...right }
}

async function columnsOf(source: Source): Promise<readonly (LegacyEncoding | null)[]> {
  const texts: string[][] = source.head.map(() => [])
  let seen = 0
  for await (const { rows } of source.pieces()) {
    for (const { cells } of rows)
      for (const [i, cell] of cells.entries()) if (typeof cell === 'string' && mayBeLegacy(cell)) texts[i]?.push(cell)
    seen += rows.length
    if (seen >= LOOKED_AT) break
  }
  return texts.map(legacyOf)
}

const legacyOf = (texts: readonly string[]): LegacyEncoding | null => repaired(texts.filter(mayBeLegacy).join('\n'))?.legacy ?? null
