/**
 * VNI for Windows: a plain letter and, after it, a character for its marks; a few letters are one character. Source: the table
 * of the VNI software company, «bảng mã VNI-Windows».
 */
const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const MARKS: ReadonlyMap<string, string> = new Map(
  [
    ...pairs('øùûõï', TONES),
    ...pairs('âàáåãä', ['\u0302', ...TONES.map((tone) => `\u0302${tone}`)]),
    ...pairs('êèéúüë', ['\u0306', ...TONES.map((tone) => `\u0306${tone}`)]),
  ].flatMap(([mark, combining]) => [
    [mark, combining],
    [mark.toUpperCase(), combining],
  ]),
)

function pairs(marks: string, combining: readonly string[]): readonly (readonly [string, string])[] {
  return [...marks].map((mark, i) => [mark, combining[i] ?? ''])
}

const WHOLE: ReadonlyMap<string, string> = new Map(
  [...'ñôöíìæóòî'].flatMap((from, i) => {
    const to = [...'đơưíìỉĩịỵ'][i] ?? from
    return [
      [from, to],
      [from.toUpperCase(), to.toUpperCase()],
    ]
  }),
)

/** Letters that take a mark: ơ and ư take tones only, and are written ô and ö. */
const MARKED = /([aeouyAEOUYôöÔÖ])([âàáåãäêèéúüëøùûõïÂÀÁÅÃÄÊÈÉÚÜËØÙÛÕÏ])|[ñôöíìæóòîÑÔÖÍÌÆÓÒÎ]/g

/** Undoes VNI in a text that was decoded as windows-1252. */
export const fromVni = (text: string): string =>
  text.replace(MARKED, (whole, letter: string | undefined, mark: string | undefined) =>
    letter === undefined || mark === undefined
      ? (WHOLE.get(whole) ?? whole)
      : ((WHOLE.get(letter) ?? letter) + (MARKS.get(mark) ?? '')).normalize('NFC'),
  )
