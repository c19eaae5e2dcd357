import { isName } from './role.ts'

/**
 * Items and versions that are written like decimals: «1.9» is followed by «1.10», which is not «1.1». As numbers they would be one.
 * [DAT-151]
 */
const ITEM = /^(?:số\s+)?(?:(?:tiểu |đề |chỉ )?mục|khoản|điều|chương|phần|chỉ tiêu số)(?:\s+số)?$|^phiên bản(?: |$)/i
const ITEM_PLAIN = /^(?:stt|tt|phien_ban|versions?|ver|release|item|clause|section|chapter|article)(?:_(?:no|number))?$/

export const isOrdinal = (heading: { readonly name: string; readonly label: string }, isMarked: boolean): boolean =>
  ITEM.test(heading.label.normalize('NFC').trim()) || ITEM_PLAIN.test(heading.name) || isName(heading, isMarked)

const NUMBER = /^\d+(?:\.(\d+))?$/

/** Looks at texts of a column of them. */
export function zerosSeen(): {
  see(text: string): void
  /** @returns whether a zero at the end tells some from others: «1.10» stands beside «1.1», or beside others of fewer figures */
  matter(): boolean
} {
  let least = Number.POSITIVE_INFINITY
  let zero = 0
  return {
    see(text) {
      const found = NUMBER.exec(text)
      if (found === null) return
      const figures = found[1]?.length ?? 0
      least = Math.min(least, figures)
      if (found[1]?.endsWith('0') === true) zero = Math.max(zero, figures)
    },
    matter: () => zero > least,
  }
}
