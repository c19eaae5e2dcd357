import type { Language } from '../refusals.ts'
import { en } from './en.ts'
import { upright } from './upright.ts'
import { vi } from './vi.ts'

/**
 * The sentences people read, keyed by what they are for. Vietnamese is the original; English has every key or does not compile.
 *
 * `{name}` is filled from the data given. `{n|task|tasks}` chooses by the number `n`: English needs it, Vietnamese does not.
 */
export type TextKey = keyof typeof vi
export type Blanks = Readonly<Record<string, string | number>>
export type Say = (key: TextKey, blanks?: Blanks) => string

const tables: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { vi, en }
const BLANK = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g

export const speaker =
  (language: Language): Say =>
  (key, blanks = {}) =>
    tables[language][key].replace(BLANK, (whole, name: string, one?: string, many?: string) => {
      const value = blanks[name]
      if (value === undefined) return whole
      if (one !== undefined && many !== undefined) return value === 1 ? one : many
      return upright(String(value))
    })

/** A sentence cut at the blanks that `blanks` leaves open, for a page that puts a link or a date there: `['Hạn ', {blank: 'day'}, '.']`. */
export const pieces = (say: Say, key: TextKey, blanks: Blanks = {}): readonly (string | { readonly blank: string })[] =>
  say(key, blanks)
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { blank: piece.slice(1, -1) } : piece))

/** True for text that names a key: values of a register (`task.state.` + state) become sentences without a cast. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(vi, key)
