import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './read.ts'

/**
 * Members of a zip, by the directory at its end, as programs read it. Nothing is opened before it is asked for, and what
 * opens to more than it says, or than a letter can be, is refused: a bomb costs no more than its first megabytes. [DOC-9]
 *
 * @source APPNOTE.TXT 6.3; without zip64, which no letter needs
 */
export type Members = { readonly names: readonly string[]; open(name: string): Buffer | null }

/** Of all that is opened of one file. */
const MOST_OPENED = 64 * 1024 * 1024
const MOST_MEMBERS = 4_000
const END = 0x0605_4b50
const CENTRAL = 0x0201_4b50
const LOCAL = 0x0403_4b50
const DEFLATED = 8

type Entry = { readonly method: number; readonly packed: number; readonly size: number; readonly at: number; readonly locked: boolean }

export function membersOf(zip: Buffer): Members {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) throw new Unreadable('file-broken')
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_MEMBERS) throw new Unreadable('file-expands')
  const entries = new Map<string, Entry>()
  let at = zip.readUInt32LE(end + 16)
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) throw new Unreadable('file-broken')
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString('utf8')
    entries.set(name.replaceAll('\\', '/'), {
      locked: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  let room = MOST_OPENED
  return {
    names: [...entries.keys()],
    open(name) {
      const entry = entries.get(name)
      if (entry === undefined) return null
      const bytes = opened(zip, entry, room)
      room -= bytes.length
      return bytes
    },
  }
}

function opened(zip: Buffer, entry: Entry, room: number): Buffer {
  if (entry.locked) throw new Unreadable('file-locked')
  if (entry.size > room) throw new Unreadable('file-expands')
  if (entry.at + 30 > zip.length || zip.readUInt32LE(entry.at) !== LOCAL) throw new Unreadable('file-broken')
  const from = entry.at + 30 + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28)
  const packed = zip.subarray(from, from + entry.packed)
  if (entry.method === 0) return packed
  if (entry.method !== DEFLATED) throw new Unreadable('file-broken')
  try {
    // one byte more than it may: what says too little of itself is found out
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(room, entry.size)) })
  } catch (error) {
    throw new Unreadable(error instanceof RangeError ? 'file-expands' : 'file-broken')
  }
}
