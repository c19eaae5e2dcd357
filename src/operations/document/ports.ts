import type { Identity } from '../../kernel/document/identity.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { DocumentReading } from './reading.ts'
import type { CitationView, DocumentRow } from './views.ts'

/** A document as it is received. */
export type NewDocument = Identity & {
  readonly abstract: string | null
  readonly text: string
  readonly source: 'pasted' | 'file' | 'sample'
  readonly fileName: string | null
  /** The sum of the file it came as, which is kept; null: pasted. */
  readonly file: string | null
  readonly reading: DocumentReading | null
  readonly sample: boolean
  readonly identityKey: string | null
  readonly citations: readonly Omit<CitationView, 'document'>[]
}

export type StoredDocument = DocumentRow & {
  readonly text: string
  readonly source: 'pasted' | 'file' | 'sample'
  readonly fileName: string | null
  readonly sha256: string
  readonly file: string | null
  readonly reading: DocumentReading | null
  readonly citations: readonly CitationView[]
}

export type DocumentFilter = { readonly q: string | null; readonly after: string | null; readonly limit: number }
export type Known = { readonly id: string; readonly slug: string; readonly title: string }

/** The locality whose bodies the bare names of a letter mean; null: ours. [ORG-29] */
export type Speaks = string | null

export interface DocumentPorts {
  readonly documents: {
    byIdentity(key: string): Promise<Known | null>
    /** The first document with the same words in the same order, whatever its blanks and marks. */
    byWords(text: string): Promise<Known | null>
    /** The document of the same file, for one without words. */
    byFile(sha256: string): Promise<Known | null>
    add(document: NewDocument): Promise<Known>
    /** @param idOrSlug the internal id, or the part of its address */
    get(idOrSlug: string): Promise<StoredDocument | null>
    list(filter: DocumentFilter): Promise<{ readonly items: readonly DocumentRow[]; readonly next: string | null }>
    /** False when `version` is no longer the current one. */
    correct(id: string, version: number, identity: Identity & { abstract: string | null; identityKey: string | null }): Promise<boolean>
  }
  readonly bodies: {
    /** Which organisation each name was on that day; null: several bore it; names the register does not know are absent. [ORG-28] */
    identify(names: readonly string[], on: Day, speaks: Speaks): Promise<ReadonlyMap<string, string | null>>
    /** Which organisation bore each name before that day, and no longer on it; of several the last to bear it. */
    identifyFormer(names: readonly string[], on: Day, speaks: Speaks): Promise<ReadonlyMap<string, string>>
    /** Which locality an issuer is of, beside ours; null: ours, the state, or none that the register knows. */
    speaks(issuer: string | null): Promise<Speaks>
    /** How the bodies of this locality and of the state are called on a day: some hundreds of names. */
    borne(): Promise<(on: Day) => readonly string[]>
  }
}
