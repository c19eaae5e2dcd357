/**
 * Writes src/store/tables.ts from a database migrated here and now, so that row types cannot differ from the schema.
 *   node --import tsx scripts/generate-tables.ts [--check]
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyImage, prepareImage } from '../src/main/image.ts'
import { openPGliteEngine } from '../src/store/engine/pglite-engine.ts'
import { emit } from './emit.ts'

/** By name of type in PostgreSQL: what the parsers of both engines give, see src/store/engine/parsers.ts. */
const types: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  int8: 'bigint',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  bool: 'boolean',
  text: 'string',
  uuid: 'string',
  date: 'string',
  timestamptz: 'string',
  bytea: 'Uint8Array',
  geometry: 'string',
  _text: 'string[]',
  _int4: 'number[]',
}

/** What json columns hold; any other is `unknown`. Written as text, read as values. */
const json: Readonly<Record<string, string>> = {
  'document.reading': 'DocumentReading',
  'task.spans': "TaskView['spans']",
  'task.corrections': "TaskView['corrections']",
  'task.named': 'Named',
  'task.rules': 'RulesOfTask',
  'succession_plan.parts': "StoredPlan['parts']",
  'succession_plan.outcome': 'Outcome',
  'dataset_version.columns': 'readonly Column[]',
  'dataset_version.columns_out': 'readonly ColumnOut[]',
  'dataset_import.reading': 'Reading',
  'dataset_import.choices': 'Choices',
  'dataset_import.loaded': 'Loaded',
  'dataset_import.asked': 'AskedReading',
  'dataset_import.failure': 'Refusal',
  'dataset_import.bad': 'readonly BadRow[]',
}

type Column = { table: string; column: string; type: string; optional: boolean; nullable: boolean; always: boolean }

// the image holds these very migrations: it is keyed by them
const folder = mkdtempSync(join(tmpdir(), 'lienvung-tables-'))
copyImage(await prepareImage(() => {}), join(folder, 'pg'))
const engine = await openPGliteEngine(join(folder, 'pg'), (error) => {
  throw error
})
const columns = await engine.asOwner((owner) =>
  owner.query(`
    select c.relname as "table", a.attname as "column", t.typname as type,
           a.atthasdef or a.attidentity <> '' as optional, not a.attnotnull as nullable,
           a.attgenerated <> '' or a.attidentity = 'a' as always
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      and not exists (select from pg_inherits i where i.inhrelid = c.oid)
    order by c.relname, a.attnum`),
)
await engine.close()
rmSync(folder, { recursive: true })

const byTable = Map.groupBy(columns as unknown as Column[], (column) => column.table)
const nameOf = (table: string): string => `${table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Table`

const typeOf = (column: Column): string => {
  const isJson = column.type === 'json' || column.type === 'jsonb'
  const base = isJson ? (json[`${column.table}.${column.column}`] ?? 'unknown') : (types[column.type] ?? 'unknown')
  const read = column.nullable && base !== 'unknown' ? `${base} | null` : base
  if (column.always) return `GeneratedAlways<${read}>`
  if (isJson && column.nullable && base !== 'unknown') return `JSONColumnType<${read}, string | null | undefined, string | null>`
  if (isJson) return `JSONColumnType<${base === 'unknown' ? 'object' : read}>`
  return column.optional ? `Generated<${read}>` : read
}

const interfaces = [...byTable].map(
  ([table, own]) => `export interface ${nameOf(table)} {\n${own.map((column) => `  ${column.column}: ${typeOf(column)}`).join('\n')}\n}\n`,
)
await emit(
  'src/store/tables.ts',
  `// Made by scripts/generate-tables.ts from the migrations; not written by hand.
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { DocumentReading } from '../operations/document/reading.ts'
import type { Refusal } from '../base/refusals.ts'
import type { Column } from '../kernel/dataset/cell/column.ts'
import type { ColumnOut } from '../kernel/dataset/understanding/columns-out.ts'
import type { RulesOfTask } from '../kernel/directive/directive.ts'
import type { Reading } from '../kernel/dataset/understanding/reading.ts'
import type { AskedReading, BadRow, Choices, Loaded } from '../operations/dataset/import/ports.ts'
import type { Outcome, StoredPlan } from '../operations/succession/ports.ts'
import type { Named } from '../operations/task/ports.ts'
import type { TaskView } from '../operations/task/views.ts'

${interfaces.join('\n')}
export interface Tables {
${[...byTable.keys()].map((table) => `  ${table}: ${nameOf(table)}`).join('\n')}
}
`,
)
