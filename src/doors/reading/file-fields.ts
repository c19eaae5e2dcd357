import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { secretMarking } from '../../kernel/directive/directive.ts'
import { directiveExtract } from '../../operations/directive/extract-directive.ts'
import { unreadable } from '../../operations/directive/unreadable.ts'
import type { DocumentReading } from '../../operations/document/reading.ts'
import { documentReceive } from '../../operations/document/receive-document.ts'
import type { Files } from '../../operations/file/ports.ts'
import type { Context } from '../../operations/operation.ts'
import { readFileOf } from './reading.ts'

/**
 * What a file gives an operation that takes a text: its words, and for one that receives it the kept file and how it was
 * read. The marking of a secret letter is looked for before a byte is kept, in its heads and feet too. [DOC-4, DOC-13]
 */
export const takesFile = (operation: { readonly name: string }): boolean =>
  operation.name === documentReceive.name || operation.name === directiveExtract.name

export type FileFields = Readonly<Record<string, unknown>>

/** @param told how the file was read, for whoever has only its words: a scan that nobody could read says why it has none */
export async function textFields(
  name: string,
  bytes: Uint8Array,
  told: (notes: DocumentReading['notes']) => void = () => {},
): Promise<Result<FileFields, Refusal>> {
  const read = await readFileOf(name, bytes)
  if (!read.ok) return read
  told(read.value.notes)
  const marking = secretMarking(read.value.apart)
  if (marking !== null) return refuse({ code: 'secret-marking', data: { marking } })
  return ok({ text: read.value.text })
}

export async function receiveFields(context: Context, files: Files, name: string, bytes: Uint8Array): Promise<Result<FileFields, Refusal>> {
  const read = await readFileOf(name, bytes)
  if (!read.ok) return read
  const { text, apart, blankPages, ...reading } = read.value
  const marking = secretMarking(apart)
  if (marking !== null) return refuse({ code: 'secret-marking', data: { marking } })
  const why = unreadable(text)
  if (why !== null && (why.code !== 'text-empty' || blankPages.length === 0)) return refuse(why)
  // under no name: what it is called must not be what its bytes are, for a letter in an old encoding
  const kept = await files.keep(context, 'van-ban', once(bytes))
  if (!kept.ok) return kept
  return ok({ text, source: 'file', fileName: name.slice(-255), file: kept.value.sha256, reading })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
