/**
 * A cell for a program that runs formulas: text that begins like one is led by an apostrophe, which spreadsheets hide. Numbers
 * stay numbers, «-5» among them. [DAT-12]
 *
 * @source OWASP, CSV injection: = + - @ tab and return, and their full width forms
 */
export const neutral = (text: string): string =>
  /^[=+\-@\t\r＝＋－＠]/u.test(text) && !/^[+-]?\d+(?:[.,]\d+)*$/.test(text) ? `'${text}` : text

/** A cell of a file of comma-separated values; quoted where it must be. */
export const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
