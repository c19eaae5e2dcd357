import { createReadStream, readFileSync } from 'node:fs'
import { z } from 'zod'
import { contextAt } from '../doors/context.ts'
import { SYSTEM } from '../kernel/access/who.ts'
import { importCancel } from '../operations/dataset/import/cancel-import.ts'
import { importCommit } from '../operations/dataset/import/commit-import.ts'
import { importGet } from '../operations/dataset/import/get-import.ts'
import { importReread } from '../operations/dataset/import/reread-import.ts'
import { importStart } from '../operations/dataset/import/start-import.ts'
import { datasetList } from '../operations/dataset/list-datasets.ts'
import { column, description } from '../operations/dataset/views.ts'
import type { Opened } from './open.ts'

/**
 * The data a new node begins with: real, licensed, attributed, compiled into our own format (`datasets/`). They come in as any
 * file does, in the name of the node, and may be renewed and described like any other. [DAT-18]
 */
const FOLDER = new URL('../../datasets/', import.meta.url)

const manifest = z.array(
  z.object({
    ...description.partial().shape,
    file: z.string(),
    key: z.array(z.string()),
    validOn: z.string().optional(),
    columns: z.array(column.partial().required({ label: true })),
  }),
)

type Node = Pick<Opened, 'call' | 'files' | 'importer'>
const context = () => contextAt(new Date(), 'vi', SYSTEM)

/** @returns how many came in; none where there are datasets already, or somebody is bringing some in */
export async function bringFirstData(node: Node): Promise<number> {
  const held = await node.call(datasetList, context(), { limit: 1 })
  return !held.ok || held.value.total > 0 ? 0 : bringMissingData(node)
}

/** Those of which no dataset has the title, whatever else is there. @returns how many came in */
export async function bringMissingData(node: Node): Promise<number> {
  let came = 0
  for (const { file, columns, key, validOn, ...about } of manifest.parse(
    JSON.parse(readFileSync(new URL('manifest.json', FOLDER), 'utf8')),
  )) {
    const kept = await node.files.keepData(context(), file, createReadStream(new URL(file, FOLDER)))
    if (!kept.ok) return came
    const started = await node.call(importStart, context(), { file: kept.value.sha256, name: file })
    if (!started.ok) return came
    const { id } = started.value
    await node.importer.idle()
    const read = await node.call(importGet, context(), { id })
    const named = read.ok ? (read.value.reading?.columns ?? []) : []
    const said = columns.flatMap((one, i) => {
      const name = named[i]?.name
      return name === undefined ? [] : [{ ...one, name }]
    })
    // what we compiled says as of which day its places are meant, which a file can seldom tell
    const placed = said.flatMap(({ name, place }) => (place == null ? [] : [{ column: name, on: place.on }]))
    if (placed.length > 0) {
      if (!(await node.call(importReread, context(), { id, places: placed })).ok) return came
      await node.importer.idle()
    }
    const committed = await node.call(importCommit, context(), {
      ...about,
      id,
      key,
      access: 'open',
      columns: said.map(({ place: _place, ...one }) => one),
      ...(placed.length === 0 ? {} : { places: placed.map((one) => ({ column: one.column })) }),
      ...(validOn === undefined ? {} : { validOn }),
    })
    if (!committed.ok && committed.refusal.code === 'import-same-title') {
      await node.call(importCancel, context(), { id })
      continue
    }
    if (!committed.ok) return came
    await node.importer.idle()
    const done = await node.call(importGet, context(), { id })
    if (!done.ok || done.value.state !== 'done') return came
    came += 1
  }
  return came
}
