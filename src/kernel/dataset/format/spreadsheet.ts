/**
 * A cell for a program that runs formulas: text that begins like one is led by an apostrophe, which spreadsheets hide. Numbers
 * stay numbers, «-5» among them. [DAT-12]
 *
 * @source OWASP, CSV injection: = + - @ tab and return, and their full width forms
 */
export function neutral(text: string): string {
  const inner = text.replace(PARTED, "$1'")
  return BEGINS.test(text) && !/^[+-]?\d+(?:[.,]\d+)*$/.test(text) ? `'${inner}` : inner
}

/** Blanks before the sign are dropped by some. */
const BEGINS = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u
/** Where a program parts cells by semicolons, what follows one begins a cell; a number may stand there. */
const PARTED = /(;\s*)(?=[=@＝＠]|[+\-＋－](?!\d))/gu

/** A cell of a file of comma-separated values; quoted where it must be. */
export const csvCell = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Letters of a cell of a workbook: of a longer text the beginning stands there, with a mark. @source Excel specifications and limits */
export const MOST_LETTERS = 32_767
export const CUT = ' […]'

/** A cell that was cut when its workbook was written here: what it was is not known from it. [DAT-124] */
export const isCut = (text: string): boolean => text.length === MOST_LETTERS && text.endsWith(CUT)
