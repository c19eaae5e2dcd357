/**
 * A document as blocks, whatever file it came from, and the text they make: a line a paragraph; a table of work as lines
 * of cells between «|», which the grammar reads [DIR-30]; a table that only sets things side by side, as a letterhead or
 * the foot with the signature, cell after cell. [DOC-8]
 */
export type Cell = { readonly text: string; readonly columns: number /** Goes on from the row above. */; readonly joins: boolean }
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }

export const textOfBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : textOfTable(block.rows)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** The same rows laid over a grid, joined cells said again in each of their rows. */
function gridOf(rows: readonly (readonly Cell[])[]): readonly (readonly string[])[] {
  const above: string[] = []
  return rows.map((row) => {
    const line: string[] = []
    for (const cell of row) {
      const text = cell.joins ? (above[line.length] ?? '') : cell.text
      above[line.length] = text
      line.push(text)
      for (let i = 1; i < cell.columns; i += 1) {
        above[line.length] = ''
        line.push('')
      }
    }
    return line
  })
}

const HEADS = /nhiệm vụ|nội dung|công việc|chủ trì|thực hiện|thời (?:gian|hạn)|đơn vị|cơ quan/iu

function textOfTable(rows: readonly (readonly Cell[])[]): string {
  const grid = gridOf(rows)
  const columns = Math.max(0, ...grid.map((row) => row.length))
  const heads = (grid[0] ?? []).filter((cell) => cell.length < 60 && HEADS.test(cell)).length
  const isOfWork = grid.length > 1 && (columns > 2 ? heads > 0 || grid.length > 2 : columns === 2 && heads === 2)
  if (!isOfWork) return rows.flatMap((row) => row.filter((cell) => !cell.joins && cell.text !== '').map((cell) => cell.text)).join('\n')
  return `\n${grid.map((row) => `| ${row.map(inRow).join(' | ')} |`).join('\n')}\n`
}

const inRow = (text: string): string => text.replaceAll('|', '¦').replace(/\s+/g, ' ').trim()
