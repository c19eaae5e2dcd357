import { fold } from '../../base/fold.ts'
import type { Day } from '../period/day.ts'

/**
 * What makes a document the same document: number, issuer and day of issue together, never the number alone — 128/NQ-CP
 * is two resolutions. [DOC-1] A text that states none of them is known by its words.
 */
export type Identity = {
  readonly type: string | null
  /** As written, blanks removed: `2415/UBND-TH`. */
  readonly number: string | null
  readonly issuer: string | null
  readonly signedOn: Day | null
}

/** The key under which a second copy is recognised; null unless number, issuer and day are all stated. [DOC-2] */
export const identityKey = (identity: Identity): string | null =>
  identity.number === null || identity.issuer === null || identity.signedOn === null
    ? null
    : `${identity.number.replace(/\s+/g, '').toUpperCase()}|${fold(identity.issuer)}|${identity.signedOn}`

/** Words and their order, without marks, blanks and punctuation: what two pastes of one text have in common. [DOC-3] */
export const wordsOf = (text: string): string => fold(text)

/** «công văn», «2415/UBND-TH» → «Công văn 2415/UBND-TH»; without a number the type and the day, or the type alone. */
export function titleOf(identity: Identity): string {
  const type = identity.type ?? 'văn bản'
  const named = type.charAt(0).toUpperCase() + type.slice(1)
  return identity.number === null ? named : `${named} ${identity.number}`
}

/** Part of an address: «Công văn 2415/UBND-TH», 2022 → `2415-ubnd-th-2022`. The year, because numbers restart each year. */
export function slugOf(identity: Identity): string {
  const year = identity.signedOn?.slice(0, 4)
  const stem = fold(identity.number ?? identity.type ?? 'van ban').replaceAll(' ', '-')
  return year === undefined ? stem : `${stem}-${year}`
}

/** The number in words that name a document: «QĐ số 1287/QĐ-TTg ngày 2-11-2023» → `1287/QĐ-TTg`; null: none stands in them. */
export const numberIn = (words: string): string | null =>
  /\d+[\p{L}]?\s*\/\s*(?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d]*(?:[-–&.][\p{L}\d]+)*/u.exec(words.normalize('NFC'))?.[0].replace(/\s+/g, '') ?? null
