/**
 * TCVN 5712:1993 (VN3), the bytes behind the .Vn fonts: one byte a letter. Source: TCVN 5712:1993, table VN3.
 * It has no capitals with a tone: a heading writes small ones, in a font that shows capitals.
 */
const ROWS: readonly (readonly [first: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]

const LETTERS: ReadonlyMap<number, string> = new Map(
  ROWS.flatMap(([first, letters]) => [...letters].map((letter, i) => [first + i, letter] as const)),
)

/** @param byteOf the byte that a character of the wrongly decoded text stood for; null: it is no byte */
export function fromTcvn3(text: string, byteOf: (character: string) => number | null): string {
  let read = ''
  for (const character of text) {
    const byte = byteOf(character)
    read += (byte === null ? undefined : LETTERS.get(byte)) ?? character
  }
  return read.replace(/[\p{L}]+/gu, inCapitals)
}

/** «THàNH» stood in capitals: at least two plain letters, all of them capital. */
const inCapitals = (word: string): string => (/[A-ZĂÂÊÔƠƯĐ].*[A-ZĂÂÊÔƠƯĐ]/.test(word) && !/[a-z]/.test(word) ? word.toUpperCase() : word)
