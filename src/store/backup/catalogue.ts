import { isStore } from '../dataset/tables.ts'
import type { Owner } from '../engine/engine.ts'

/** One table of ours as a backup holds it: the columns that are kept, in an order in which what is referred to comes first. */
export type Kept = {
  readonly table: string
  readonly columns: readonly string[]
  /** Of a table of rows of a dataset, which no migration makes. */
  readonly types?: readonly string[]
}

/** Made by triggers from rows of other tables: not in a backup, for they are made again while those are restored. [STO-23] */
const derivedTables = ['closed_by_lead', 'closed_by_month', 'task_wait']

/** Tables of our schema without those of extensions; parts of a partitioned table go with their parent. */
const TABLES = `
select c.relname as "table",
       array_agg(quote_ident(a.attname) order by a.attnum) as columns,
       array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
       array(select distinct r.relname::text
             from pg_constraint k join pg_class r on r.oid = k.confrelid
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
from pg_class c
join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relkind in ('r', 'p')
  and c.relname <> all (array['migration', ${derivedTables.map((table) => `'${table}'`).join(', ')}])
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  and not exists (select from pg_inherits i where i.inhrelid = c.oid)
group by c.oid, c.relname
order by c.relname`

type Row = Required<Kept> & { readonly needs: readonly string[] }

export async function keptTables(owner: Pick<Owner, 'query'>): Promise<readonly Kept[]> {
  const rows = (await owner.query(TABLES)) as readonly unknown[] as readonly Row[]
  const ordered: Kept[] = []
  const placed = new Set<string>()
  let waiting = [...rows]
  while (waiting.length > 0) {
    const free = waiting.filter((row) => row.needs.every((need) => placed.has(need)))
    if (free.length === 0) throw new Error(`tables refer to one another in a circle: ${waiting.map((row) => row.table).join(', ')}`)
    for (const { table, columns, types } of free) {
      ordered.push(isStore(table) ? { table, columns, types } : { table, columns })
      placed.add(table)
    }
    waiting = waiting.filter((row) => !placed.has(row.table))
  }
  return ordered
}
