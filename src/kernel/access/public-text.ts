/**
 * What a public view leaves out of a text: e-mail addresses, telephone numbers, numbers of identity papers. Names of people are
 * known to people alone: whoever makes work public reads its words first. [ACC-16]
 */
const PERSONAL: readonly RegExp[] = [
  /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  // 0905.123.456 · +84 905 123 456 · 0236 3822 123
  /(?<![\p{L}\d./,-])(?:\+?84|0)(?:[ .-]?\d){9,10}(?![\d/])/gu,
  // căn cước: twelve figures; the nine of the older paper are told from an amount by the words before them
  /(?<![\d.,])\d{12}(?![\d.,]?\d)/gu,
  /(?<=(?:CMND|CMTND|chứng minh nhân dân|căn cước(?: công dân)?)(?: số)?:? )\d{9}(?!\d)/giu,
]

export const withoutPersonal = (text: string): string => PERSONAL.reduce((said, pattern) => said.replaceAll(pattern, '[…]'), text)
