import type { DocumentReading } from '../../operations/document/reading.ts'

/**
 * What an office's file gives: its text as the grammar reads it, and what a person must know of how it was read. [DOC-8]
 * Everything here is made apart from the server (`apart.ts`), and is data that travels as JSON.
 */
export type ReadFormat = DocumentReading['format']
export type ReadNote = DocumentReading['notes'][number]

/** A signature field of a PDF, as it says of itself. Nobody has verified it. */
export type FoundSignature = DocumentReading['signatures'][number]

/** What the header of a package says of the letter in it, as written; what it does not say is null. */
export type StatedHeader = NonNullable<DocumentReading['header']>

export type Read = DocumentReading & {
  readonly text: string
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
