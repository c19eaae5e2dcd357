import { constants, type DatabaseSync } from 'node:sqlite'

/**
 * A view is a question that the file asks, and is asked while everybody waits: only where it goes once through one table, and joins
 * to each of its rows one of another at most, by a key that is unique, with functions that make little of little. [DAT-17]
 *
 * @source sqlite.org/eqp.html
 */
export function endsSoon(db: DatabaseSync, view: string): boolean {
  const read = { tables: new Set<string>(), isPlain: true }
  db.setAuthorizer((action, name, other, _, within) => {
    if (action === constants.SQLITE_RECURSIVE) read.isPlain = false
    if (action === constants.SQLITE_FUNCTION && !PLAIN.has(String(other).toLowerCase())) read.isPlain = false
    if (action === constants.SQLITE_READ && name !== null && name.toLowerCase() !== view.toLowerCase()) {
      read.tables.add(name)
      // a view of a view may double a text as often as there are views
      if (within !== null && within.toLowerCase() !== view.toLowerCase()) read.isPlain = false
    }
    return constants.SQLITE_OK
  })
  try {
    const plan = db.prepare(`explain query plan select * from ${quoted(view)}`)
    const steps = plan.all().map(({ detail }) => String(detail))
    db.setAuthorizer(null)
    const sql = String(db.prepare("select sql from sqlite_master where type = 'view' and lower(name) = lower(?)").get(view)?.['sql'])
    const isJoined = steps.filter((step) => /^(?:SCAN|SEARCH) /.test(step)).length > 1
    return (
      read.isPlain &&
      sql.length <= MOST_SQL &&
      sql.split('||').length <= MOST_DOUBLED &&
      !(isJoined && MANY.test(sql)) &&
      !steps.some((step) => /CORRELATED|VIRTUAL|IN-OPERATOR/.test(step)) &&
      steps.filter((step) => /^(?:SCAN|SEARCH) /.test(step) && !findsOne(db, step)).length <= 1 &&
      ![...read.tables].some((table) => isReckoned(db, table))
    )
  } catch {
    // of functions that only another program has
    return false
  } finally {
    db.setAuthorizer(null)
  }
}

const PLAIN: ReadonlySet<string> = new Set([
  ...['count', 'sum', 'total', 'avg', 'min', 'max', 'round', 'abs', 'coalesce', 'ifnull', 'nullif', 'iif', 'upper', 'lower', 'trim'],
  ...['ltrim', 'rtrim', 'substr', 'substring', 'length', 'typeof', 'date', 'time', 'datetime', 'julianday', 'strftime'],
])
const MOST_SQL = 20_000
/** Each may double a text that is as long as a cell may be. */
const MOST_DOUBLED = 9
/** One of many values, and nothing that equals nothing, of which a unique key may have many. */
const MANY = /\bin\b|\bis\b(?!\s+(?:not\s+)?null\b)|\bover\b/i

/** @returns whether such a step of the plan finds one row at most */
function findsOne(db: DatabaseSync, step: string): boolean {
  if (/^SEARCH .+ USING INTEGER PRIMARY KEY \(rowid=\?\)(?: LEFT-JOIN)?$/.test(step)) return true
  const [, index, keys] = /^SEARCH .+ USING (?:COVERING )?INDEX (\S+) \((.+)\)(?: LEFT-JOIN)?$/.exec(step) ?? []
  if (index === undefined) return false
  const table = db.prepare("select tbl_name as name from sqlite_master where type = 'index' and name = ?").get(index)?.['name']
  const kept = db.prepare(`pragma index_list(${quoted(String(table ?? ''))})`).all()
  if (!kept.some(({ name, unique, partial }) => name === index && unique === 1 && partial === 0)) return false
  const columns = db.prepare(`pragma index_info(${quoted(index)})`).all()
  return keys === columns.map(({ name }) => `${String(name)}=?`).join(' AND ')
}

/** A column that is reckoned when it is read, by whatever functions; not one that is kept with its row. */
const isReckoned = (db: DatabaseSync, table: string): boolean =>
  db
    .prepare(`pragma table_xinfo(${quoted(table)})`)
    .all()
    .some(({ hidden }) => hidden !== 0 && hidden !== STORED)
const STORED = 3

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
