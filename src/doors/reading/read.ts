import type { LegacyEncoding } from '../../base/encoding/encoding.ts'

/**
 * What an office's file gives: its text as the grammar reads it, and what a person must know of how it was read. [DOC-8]
 * Everything here is made apart from the server (`apart.ts`), and is data that travels as JSON.
 */
export const readFormats = ['text', 'html', 'docx', 'pdf', 'edxml', 'scan'] as const
export type ReadFormat = (typeof readFormats)[number]

/** What a person is told beside the text, in the words of `reading.note.<code>`. */
export const readNotes = [
  'pages-without-text',
  'no-text',
  'no-recogniser',
  'no-vietnamese',
  'recognised',
  'attachment-unread',
  'attachment-read',
  'header-differs',
] as const
export type ReadNote = { readonly code: (typeof readNotes)[number]; readonly data?: Readonly<Record<string, string | number>> }

/** A signature field of a PDF, as it says of itself. Nobody has verified it. */
export type FoundSignature = {
  readonly name: string | null
  /** As it is written in the field; null: not said. */
  readonly at: string | null
  readonly reason: string | null
}

/** What the header of a package says of the letter in it; what it does not say is null. */
export type StatedHeader = {
  readonly number: string | null
  readonly issuer: string | null
  /** As written: the door that reads it parses it. */
  readonly date: string | null
  readonly type: string | null
  readonly abstract: string | null
}

export type Read = {
  readonly text: string
  readonly format: ReadFormat
  readonly legacy: LegacyEncoding | null
  readonly notes: readonly ReadNote[]
  /** Where a machine recognised the letters in a picture: [start, end) in the text. */
  readonly machine: readonly (readonly [number, number])[]
  readonly signatures: readonly FoundSignature[]
  readonly header: StatedHeader | null
  /** Heads and feet of pages, which are no part of the text; a marking of secrecy may stand there. */
  readonly apart: string
  /** Pages that hold no letters, from 1: to be recognised, where the machine can. */
  readonly blankPages: readonly number[]
}

/** Why a file is not read: a code of the table of refusals, and its data. */
export class Unreadable extends Error {
  readonly code: UnreadableCode
  readonly data: Readonly<Record<string, string | number>>
  constructor(code: UnreadableCode, data: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.data = data
  }
}
export const unreadableCodes = [
  'text-not-readable',
  'text-too-long',
  'file-kind-unknown',
  'file-old-word',
  'file-locked',
  'file-broken',
  'file-expands',
  'file-entities',
  'file-pages',
] as const
export type UnreadableCode = (typeof unreadableCodes)[number]

export const plain = (text: string, format: ReadFormat): Read => ({
  text,
  format,
  legacy: null,
  notes: [],
  machine: [],
  signatures: [],
  header: null,
  apart: '',
  blankPages: [],
})
