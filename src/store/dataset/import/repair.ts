import type { Column } from '../../../kernel/dataset/cell/column.ts'
import type { Loaded, Repaired } from '../../../operations/dataset/import/ports.ts'
import type { Engine } from '../../engine/engine.ts'
import { columnName } from '../columns.ts'
import { stillWanted } from '../rests.ts'

/** Rows whose shapes are looked at in one statement: PGlite answers pages between them. */
const SLICE = 5000
const FIRST = 100

/**
 * Repairs shapes that cross themselves, so that what is asked of them later has an answer. Each is counted, and the first are
 * listed with the reason: nothing is changed without a note. A shape stays of its dimension: a surface gets no whiskers. [DAT-23]
 */
export async function repairShapes(
  engine: Engine,
  store: string,
  columns: readonly Column[],
): Promise<Pick<Loaded, 'repaired' | 'repairs'>> {
  const repaired: Repaired[] = []
  const repairs: Record<string, number> = {}
  const shapes = columns.flatMap(({ type, from }, i) => (type === 'geometry' && from === undefined ? [i] : []))
  const [last] =
    shapes.length === 0 ? [] : await engine.asOwner((owner) => owner.query(`select coalesce(max(id), 0) as last from ${store}`))
  for (const i of shapes) {
    const name = columnName(i)
    for (let from = 0; from <= Number(last?.['last'] ?? 0); from += SLICE) {
      await stillWanted()
      const rows = await engine.asOwner((owner) =>
        owner.query(`
          update ${store} s set ${name} = st_collectionextract(st_makevalid(s.${name}), st_dimension(s.${name}) + 1)
          from (
            select id, st_isvalidreason(${name}) as why from ${store}
            where id > ${from} - 1 and id < ${from + SLICE} and ${name} is not null and not st_isvalid(${name})
          ) broken
          where broken.id = s.id
          returning s.id, broken.why`),
      )
      const column = columns[i]
      if (rows.length === 0 || column === undefined) continue
      repairs[column.name] = (repairs[column.name] ?? 0) + rows.length
      for (const row of rows.slice(0, FIRST - repaired.length))
        repaired.push({ at: Number(row['id']), column: column.label, why: String(row['why']) })
    }
  }
  return { repaired, repairs }
}
