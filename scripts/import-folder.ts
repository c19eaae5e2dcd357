// Imports every table and layer of a folder into a node of its own, and prints what was reported: what a steward would be told.
//   node scripts/run.mjs scripts/import-folder.ts FOLDER
import { createReadStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { contextAt } from '../src/doors/context.ts'
import { OPERATOR } from '../src/kernel/access/who.ts'
import { openNode } from '../src/main/open.ts'
import { importCommit } from '../src/operations/dataset/import/commit-import.ts'
import { importGet } from '../src/operations/dataset/import/get-import.ts'
import { importStart } from '../src/operations/dataset/import/start-import.ts'
import type { ImportView } from '../src/operations/dataset/import/views.ts'

const FORMATS = /\.(?:csv|tsv|xlsx|json|ndjson|geojson|zip|gpkg|fgb|parquet)$/i
const folder = process.argv[2]
if (folder === undefined) {
  console.error('node scripts/run.mjs scripts/import-folder.ts FOLDER')
  process.exit(1)
}
const data = mkdtempSync(join(tmpdir(), 'lienvung-folder-'))
const node = await openNode({ data, databaseUrl: null, databaseOwnerUrl: null, locality: 'UBND thành phố Đà Nẵng' }, () => {})
const context = () => contextAt(new Date(), 'vi', OPERATOR)
try {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const file = join(folder, path)
    if (!FORMATS.test(path) || !statSync(file).isFile()) continue
    console.log(`${relative(folder, file)}: ${await reported(file)}`)
  }
} finally {
  await node.close()
  rmSync(data, { recursive: true, force: true })
}

async function reported(file: string): Promise<string> {
  const kept = await node.files.keepData(context(), basename(file), createReadStream(file))
  if (!kept.ok) return kept.refusal.code
  const started = await node.call(importStart, context(), { file: kept.value.sha256, name: basename(file) })
  if (!started.ok) return started.refusal.code
  const { id } = started.value
  await node.importer.idle()
  const read = await node.call(importGet, context(), { id })
  if (!read.ok || read.value.reading === null) return `not read: ${read.ok ? read.value.failure?.code : read.refusal.code}`
  const said = readingOf(read.value.reading)
  // what is asked is left to a person; here it is answered by leaving the column as text
  const columns = read.value.reading.columns.flatMap(({ name, asks, nearly }) =>
    asks.length === 0 && nearly === undefined ? [] : [{ name, type: 'text' as const }],
  )
  const title = `${basename(file)} · ${relative(folder ?? '', file)}`.slice(0, 200)
  const committed = await node.call(importCommit, context(), {
    id,
    title,
    bad: 'leave-out',
    columns,
    ...(read.value.reading.asksHead ? { hasHead: 'true' } : {}),
  })
  if (!committed.ok) return `${said} · ${committed.refusal.code}`
  await node.importer.idle()
  const done = await node.call(importGet, context(), { id })
  return done.ok ? `${said} · ${outcomeOf(done.value)}` : done.refusal.code
}

function readingOf({ format, columns, places, coordinates, rows, parts }: NonNullable<ImportView['reading']>): string {
  const asks = columns.filter((column) => column.asks.length > 0).map(({ label, asks: of }) => `${label} (${of.join('/')})`)
  const nearly = columns.flatMap(({ label, nearly: near }) =>
    near === undefined ? [] : [`${label} (${near.fits}/${near.of} ${near.type})`],
  )
  const mixed = columns.filter((column) => column.mixed !== undefined).map(({ label }) => label)
  return [
    `${format}, ${columns.length} columns, ${rows} rows looked at${parts.length > 1 ? `, ${parts.length} parts` : ''}`,
    ...places.map(({ column, level, on, from, matched, texts }) => `place ${column}: ${level} as of ${on} (${from}), ${matched}/${texts}`),
    ...(coordinates === null
      ? []
      : [`coordinates ${coordinates.columns.join('+')}: ${coordinates.crs ?? `asked, best ${coordinates.lies[0]?.crs ?? 'nowhere'}`}`]),
    ...(asks.length === 0 ? [] : [`asked: ${asks.join(', ')}`]),
    ...(nearly.length === 0 ? [] : [`type asked: ${nearly.join(', ')}`]),
    ...(mixed.length === 0 ? [] : [`units mixed? ${mixed.join(', ')}`]),
  ].join(' · ')
}

function outcomeOf({ state, rowsRead, rowsBad, bad, repaired, failure }: ImportView): string {
  const reasons = [...Map.groupBy(bad, (one) => `${one.column ?? 'row'}: ${one.bad}`)].map(([reason, all]) => `${all.length}× ${reason}`)
  return [
    `${state}${failure === null ? '' : ` ${failure.code}`}, ${rowsRead} rows, ${rowsBad} bad`,
    ...reasons,
    ...(repaired.length === 0 ? [] : [`${repaired.length} shapes repaired`]),
  ].join(' · ')
}
