import type { Refusal } from '../../base/refusals.ts'
import type { Result } from '../../base/result.ts'
import type { Context } from '../operation.ts'

/** A file as it is kept: once, under the sum of its bytes. `mediaType` is what the bytes are, not what the name says. */
export type Kept = { readonly sha256: string; readonly size: number; readonly mediaType: string }

/** A file that is given back, under the name it was given where it is shown. */
export type OpenFile = Kept & { readonly name: string; readonly bytes: ReadableStream<Uint8Array> }

export interface FilePorts {
  readonly files: {
    /** Records that the bytes are kept, and that he put them; again for the same bytes changes nothing. */
    add(kept: Kept): Promise<void>
    /** A file shown with something that whoever asks may see, under the name it was given there; null: none. */
    shown(sha256: string): Promise<(Kept & { readonly name: string }) | null>
    /** A file of a version that whoever asks may see; null: none. */
    ofData(sha256: string): Promise<Kept | null>
  }
}

/** How a door keeps and gives back files; main joins the disk to the store behind it. [TSK-19] */
export interface Files {
  /** Takes the bytes as they come, in constant memory; nothing is left of what is refused. */
  keep(context: Context, name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<Kept, Refusal>>
  /** The same for a file of data that is to be imported: larger, and in any letters. */
  keepData(context: Context, name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<Kept, Refusal>>
  /** The file a version of a dataset was made of, byte for byte, or that of its bad rows; to whoever sees the dataset. */
  openData(
    context: Context,
    asked: { readonly id: string; readonly version: number; readonly of: 'file' | 'bad' },
  ): Promise<Result<OpenFile, Refusal>>
  /** The bad rows of an import, to whoever may bring data in. [DAT-49] */
  openBadRows(context: Context, id: string): Promise<Result<OpenFile, Refusal>>
  open(context: Context, sha256: string): Promise<Result<OpenFile, Refusal>>
  readonly uploads: Uploads
}

/** A file of data that comes in parts. [DAT-42] */
export type Upload = {
  readonly id: string
  readonly name: string
  /** Of the whole file, and of what has come of it, in bytes. */
  readonly size: number
  readonly offset: number
  /** Its sum, once it is whole and kept like any other; null: it is not whole yet. */
  readonly sha256: string | null
  /** ISO 8601; from then on it may be gone, unless more of it comes. */
  readonly expiresAt: string
}

/** A file of data that comes in parts, over connections that break. Of another person's there is none. [DAT-42] */
export interface Uploads {
  /** @param given.size in bytes, of the whole file; null: it was not said, which is refused */
  begin(context: Context, given: { readonly name: string; readonly size: number | null }): Promise<Result<Upload, Refusal>>
  get(context: Context, id: string): Promise<Result<Upload, Refusal>>
  /**
   * Takes the bytes from `offset` on as they come; what came before a break is kept. An older request that still sends to it is
   * ended. With the last byte the file is kept. Refuses `upload-offset` with the offset from which to go on.
   */
  append(context: Context, id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<Result<Upload, Refusal>>
  /** Gives it up; a file that is kept already stays. */
  drop(context: Context, id: string): Promise<Result<null, Refusal>>
  /** Removes those of which nothing came for a week. @returns how many */
  sweep(): Promise<number>
}
