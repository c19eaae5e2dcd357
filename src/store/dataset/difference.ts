import { type Column, isPlace } from '../../kernel/dataset/cell/column.ts'
import type { Owner } from '../engine/engine.ts'
import { columnName, isDated, namesOf, sqlTypes, unitCells } from './columns.ts'

/**
 * A version that comes, as the difference from the one that is there, in one table. Rows are joined by their key and compared
 * over the columns that both versions have, by name: in which order a file has them does not matter. A column that came has a
 * cell of its own, which earlier versions do not read; one that went keeps its cell for them. [DAT-90]
 */
type Shape = { readonly columns: readonly Column[]; readonly cells: readonly string[] }
type There = Shape & { readonly store: string; readonly key: readonly string[] }

/** More cells a table is not given; a version that needs them gets a table of its own. */
const MOST_CELLS = 990

export type Fit = {
  /** Of the version that comes, in the table that is there, as `namesOf` lists them. */
  readonly cells: readonly string[]
  /** Those that the table does not have yet. */
  readonly fresh: readonly { readonly cell: string; readonly came: string; readonly type: string; readonly isAsked: boolean }[]
}

/**
 * Where its columns stand in the table that is there. A column keeps its cell while it keeps its type.
 *
 * @param used every cell that a version of the table reads
 * @returns null: no key joins the two, and the new rows replace the old
 */
export function fitOf(there: There, columns: readonly Column[], key: readonly string[], used: readonly string[]): Fit | null {
  const before = shapeOf(there)
  const isJoined =
    key.length > 0 &&
    key.length === there.key.length &&
    key.every((name) => there.key.includes(name) && before.get(name)?.column.type === columns.find((one) => one.name === name)?.type)
  if (!isJoined) return null
  let last = Math.max(0, ...used.map((cell) => Number(cell.slice(1))))
  const fresh: Fit['fresh'][number][] = []
  const made = (came: string, type: string, isAsked: boolean): string => {
    last += 1
    const cell = `${came.slice(0, 1)}${last}`
    fresh.push({ cell, came, type, isAsked })
    return cell
  }
  const cameAs = unitCells(columns, namesOf(columns))
  const values = columns.map(({ name, type }, i) => {
    const known = before.get(name)
    return known?.column.type === type ? known.cell : made(columnName(i), sqlTypes[type], isDated(type))
  })
  const places = columns.flatMap(({ name }, i) => {
    const came = cameAs[i] ?? null
    return came === null ? [] : [before.get(name)?.place ?? made(came, 'text', true)]
  })
  return last > MOST_CELLS ? null : { cells: [...values, ...places], fresh }
}

const shapeOf = ({ columns, cells }: Shape) => {
  const places = unitCells(columns, cells)
  return new Map(columns.map((column, i) => [column.name, { column, cell: cells[i] ?? '', place: places[i] ?? null }]))
}

/** Pairs of cells that are compared, of two versions called `a` and `b`: numbers as numbers, other types that changed as text. */
export function comparedCells(a: Shape, b: Shape): readonly (readonly [string, string])[] {
  const there = shapeOf(b)
  return [...shapeOf(a).values()].flatMap(({ column, cell }) => {
    const other = there.get(column.name)
    if (other === undefined) return []
    const as = column.type === other.column.type ? '' : isNumber(column) && isNumber(other.column) ? '::numeric' : '::text'
    return [[`a.${cell}${as}`, `b.${other.cell}${as}`] as const]
  })
}

const isNumber = ({ type }: Column): boolean => type === 'integer' || type === 'decimal'

/** @returns SQL: whether rows `a` and `b` say something else, each in the cells of its version */
export function differs(pairs: readonly (readonly [string, string])[]): string {
  const side = (i: 0 | 1): string => `row(${pairs.map((pair) => pair[i]).join(', ')})`
  return `${side(0)} is distinct from ${side(1)}`
}

/** @returns SQL: whether rows `a` and `b` have one key */
export function joined(key: readonly string[], a: Shape, b: Shape): string {
  const [of, with_] = [shapeOf(a), shapeOf(b)]
  return key.map((name) => `a.${of.get(name)?.cell} = b.${with_.get(name)?.cell}`).join(' and ')
}

export type Compared = {
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** Rows that the version before has, and whose file has them too, but so that they cannot be taken. [DAT-112] */
  readonly leftOut: number
}

/**
 * Makes of rows that came the difference from the current version, in the table that has it, as a version nobody sees yet:
 * rows that went get their end, rows that came their beginning, and rows that stay what the columns say that came. What an import
 * that died left is cleared first. [DAT-9] [DAT-90]
 *
 * A row whose text is taken to mean another unit is written anew, for earlier versions keep theirs; it is no change that is told.
 *
 * @cost one join of both on the key; 1,033,882 rows take some ten seconds on PostgreSQL
 */
export async function compareStores(
  owner: Owner,
  given: {
    readonly dataset: string
    readonly there: There
    readonly came: string
    readonly columns: readonly Column[]
    readonly key: readonly string[]
    readonly fit: Fit
    readonly n: number
    /** Of one join: PGlite has its own in the process. */
    readonly memory: '256MB' | '32MB'
  },
): Promise<Compared> {
  const { dataset, there, came, columns, key, fit, n } = given
  const { store } = there
  const newcomer: Shape = { columns, cells: namesOf(columns) }
  const pairs = comparedCells(newcomer, there)
  const stays = { columns, cells: fit.cells }
  const units = placePairs(newcomer, there)
  const on = joined(key, newcomer, stays)
  // alone and at once: they close the table to readers for that moment
  for (const { cell, type } of fit.fresh)
    await owner.script(`alter table ${store} drop column if exists ${cell}; alter table ${store} add column ${cell} ${type}`)
  await owner.script('begin')
  try {
    await owner.script(`
      set local work_mem = '${given.memory}';
      delete from ${store} where from_n >= ${n};
      update ${store} set to_n = null where to_n >= ${n};
      create temporary table difference on commit drop as
        select a.id as came, b.id as was, a.id is null or b.id is null or ${differs(pairs)} as told
        from (select * from ${came} where to_n is null) a
        full join (select * from ${store} where to_n is null) b on ${on}
        where a.id is null or b.id is null or ${differs([...pairs, ...units])};
      update ${store} set to_n = ${n} from difference f where ${store}.id = f.was and ${store}.to_n is null;
      insert into ${store} (id, from_n, ${fit.cells.join(', ')})
        select coalesce(f.was, a.id + (select max(id) from ${store})), ${n}, ${newcomer.cells.map((cell) => `a.${cell}`).join(', ')}
        from ${came} a join difference f on f.came = a.id`)
    if (fit.fresh.length > 0)
      await owner.script(`
        update ${store} b set ${fit.fresh.map((one) => `${one.cell} = a.${one.came}`).join(', ')}
        from ${came} a
        where ${on} and a.to_n is null and b.to_n is null and b.from_n < ${n} and num_nonnulls(${fit.fresh.map((one) => `a.${one.came}`).join(', ')}) > 0`)
    // every row that has had the key: an earlier version is compared with this one by its own
    const keys = key.map((name) => newcomer.cells[columns.findIndex((column) => column.name === name)]).join(', ')
    await owner.script(`delete from dataset_left_out where store = '${store}' and n >= ${n}`)
    await owner.query(
      `insert into dataset_left_out (dataset_id, store, n, row_id)
       select distinct $1::uuid, $2::text, $3::int, b.id
       from (select ${keys} from ${came} group by ${keys} having count(*) = count(to_n)) a
       join ${store} b on ${on}`,
      [dataset, store, n],
    )
    const [row] = await owner.query(`
      select count(*) filter (where was is null)::int as added,
             count(*) filter (where told and came is not null and was is not null)::int as changed,
             count(*) filter (where came is null and l.row_id is null)::int as removed,
             count(*) filter (where came is null and l.row_id is not null)::int as left_out
      from difference left join dataset_left_out l on l.store = '${store}' and l.n = ${n} and l.row_id = was`)
    await owner.script('commit')
    for (const { cell, isAsked } of fit.fresh) if (isAsked) await owner.script(`create index on ${store} (${cell}, id)`)
    const count = (name: string): number => Number(row?.[name])
    return { added: count('added'), changed: count('changed'), removed: count('removed'), leftOut: count('left_out') }
  } catch (error) {
    await owner.script('rollback')
    throw error
  }
}

/** The units that a column's texts were taken to mean, where it is of places in both. */
function placePairs(a: Shape, b: Shape): readonly (readonly [string, string])[] {
  const there = shapeOf(b)
  return [...shapeOf(a).values()].flatMap(({ column, place }) => {
    const other = there.get(column.name)
    return place === null || other === undefined || other.place === null || !isPlace(column)
      ? []
      : [[`a.${place}`, `b.${other.place}`] as const]
  })
}
