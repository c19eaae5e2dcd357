/**
 * What a public view leaves out of a text: e-mail addresses, telephone numbers, numbers of identity papers. Names of people are
 * known to people alone: whoever makes work public reads its words first. [ACC-16]
 */
const PERSONAL: readonly RegExp[] = [
  /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  // after the name of a paper, nine or twelve figures, however they are set apart: CMND: 201 234 567
  /(?<=(?<!\p{L})(?:CMND|CMTND|CCCD|ĐDCN|chứng minh(?: nhân dân| thư)?|căn cước(?: công dân)?|định danh(?: cá nhân)?)(?: số)? ?[:.(]? ?)\d(?:(?:[ .-]?\d){11}|(?:[ .-]?\d){8})(?!\d)/giu,
  // 0905.123.456 · +84 905 123 456 · 0236 3822 123 · (0236) 3822 123 · (+84) 905 123 456
  /(?<![\p{L}\d./,-])\(?(?:\+?84|0)(?:(?: {0,2}\) {0,2}[.-]?|[ .-]| {2})?\d){9,10}(?![\d/])/gu,
  // 0236 - 3822 123
  /(?<![\p{L}\d./,-])0\d{2,3} - \d(?:[ .]?\d){6,7}(?![\d/])/gu,
  // căn cước: twelve figures, and in threes where it begins as no amount does
  /(?<![\d.,])(?:\d{12}|0\d{2}(?:[ .-]\d{3}){3})(?![.,]?\d)/gu,
]

/** A text in which nothing is found stays to the letter. */
export function withoutPersonal(text: string): string {
  const read = readable(text)
  const left = PERSONAL.reduce((said, pattern) => said.replaceAll(pattern, '[…]'), read)
  return left === read ? text : left
}

/** Figures and signs of full width, other blanks and dashes as the plain ones. ² and ½ are no figures of a number, and stay. */
const readable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Nd}\uff01-\uff5e\u00a0\u2000-\u200a\u202f\u3000]/gu, (sign) => sign.normalize('NFKC'))
    .replaceAll(/(?<=\d ?)[\u2010-\u2015](?= ?\d)/g, '-')
    .replaceAll(/(?<=\d)[\u200b-\u200d\u2060\ufeff]+(?=\d)/g, '')
