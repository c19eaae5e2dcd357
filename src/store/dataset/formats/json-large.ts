import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result } from '../../../base/result.ts'
import type { SourceRow } from '../../../kernel/dataset/format/source-row.ts'
import { esriRecords } from './esri-json.ts'
import { besidesIn } from './json-besides.ts'
import { type Found, isRecord, listRow, rowOf } from './json-record.ts'
import { jsonColumns, jsonKind, recordsIn } from './json-records.ts'
import { jsonScanner, type Outline } from './json-scan.ts'
import { decoded, parsedJson } from './json-text.ts'
import { inPieces, recordSource } from './records.ts'
import type { Source } from './source.ts'

/**
 * Records of a JSON that is not held at once: its outline says where they lie and under which headings, and they are read from the
 * disk one after another, in constant memory, with other work between the pieces. [DAT-6]
 *
 * @returns null: what it holds is no list of records, or a value of it is larger than is held
 * @cost a pass for its outline, one for the names of its columns, and one each time it is read
 * @throws SyntaxError it is no JSON
 */
export async function largeJson(path: string, part: string | null): Promise<Result<Source, Refusal> | null> {
  const outline = await outlineOf(path)
  if (outline === null) return null
  const { read } = outline
  // told as what it is by the reader of the whole
  if (isRecord(read) && read['type'] === 'Topology') return null
  const lists = recordsIn(read)
  const found = lists.find((one) => one.name === part) ?? lists[0]
  const of = found === undefined ? null : recordsOf(outline, found)
  if (found === undefined || of === null) return null
  const parts = lists.length < 2 ? {} : { parts: lists.map((one) => ({ name: one.name, rows: one.records.length })), part: found.name }
  const { format, ...crs } = jsonKind(found.of?.record ?? read)
  const besides = besidesIn(read, found, lists)
  const source = (head: readonly string[], row: (record: unknown, at: number) => SourceRow): Source => ({
    ...recordSource(format, head, () => {
      const progress = { bytes: 0 }
      async function* rows(): AsyncGenerator<SourceRow> {
        let at = 0
        for await (const record of records(path, of ?? NONE, progress)) {
          at += 1
          yield row(record, at)
        }
      }
      return inPieces(rows(), () => progress.bytes)
    }),
    ...parts,
  })
  if (found.head !== null) return ok({ ...source(found.head, listRow), besides })
  const columns = jsonColumns()
  for await (const record of records(path, of, { bytes: 0 })) columns.see(record)
  return ok({
    ...source(columns.head(), (record, at) => rowOf(columns.cells(record), record, at)),
    ...columns.shape(),
    ...crs,
    besides: [...besides, ...columns.besides()],
  })
}

/** @returns null: a value of it is larger than is held */
async function outlineOf(path: string): Promise<Outline | null> {
  const scanner = jsonScanner(null)
  try {
    for await (const piece of decoded(path)) scanner.feed(piece)
    return scanner.end()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

type Of = { readonly list: string; readonly skip: number; readonly as: (record: unknown) => unknown }
const NONE: Of = { list: '', skip: 0, as: (record) => record }

/** Where what was found lies in the file. @returns null: it is made of more than the elements of one list */
function recordsOf({ lists }: Outline, { head, records, of }: Found): Of | null {
  for (const [all, list] of lists) {
    if (!Array.isArray(all)) continue
    if (all === records) return { ...NONE, list }
    if (head !== null && all[0] === head) return { ...NONE, list, skip: 1 }
    if (head !== null || of === undefined || of.record[of.own[0] ?? ''] !== all) continue
    const first = esriRecords(of.record, all.filter(isRecord))
    // all of them have a place where one has, as in a small file
    if (first !== null) return { list, skip: 0, as: (record) => [...(esriRecords(of.record, [record]) ?? [record])][0] }
  }
  return null
}

async function* records(path: string, { list, skip, as }: Of, progress: { bytes: number }): AsyncGenerator<unknown> {
  const scanner = jsonScanner(list)
  let at = 0
  for await (const piece of decoded(path)) {
    progress.bytes += Buffer.byteLength(piece)
    for (const element of scanner.feed(piece)) {
      at += 1
      if (at > skip) yield as(parsedJson(element.text))
    }
  }
}
