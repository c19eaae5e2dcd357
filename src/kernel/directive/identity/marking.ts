/**
 * Texts under state secrecy are refused at the door. [DIR-4]
 *
 * The marking is a stamp near the head of the letter: MẬT, TỐI MẬT or TUYỆT MẬT alone on its line, in its table cell or
 * in its column (two columns of a letter are pasted with a tab or several blanks between), also letter-spaced, beside an
 * urgency («MẬT - HỎA TỐC», «THƯỢNG KHẨN – TỐI MẬT») or the number of the copy («MẬT Bản số: 01»), after a label («Độ mật: Tối mật», «Dấu: MẬT»), as «VĂN BẢN MẬT», or in brackets after the
 * number. The word in running text is none: «bí mật nhà nước», «bảo mật», «mật ong».
 */
const secretMarkings = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'] as const
type SecretMarking = (typeof secretMarkings)[number]

/** Compared without blanks, which the stamp may have between its letters. */
const URGENCY = 'HỎATỐC(?:HẸNGIỜ)?|HOẢTỐC(?:HẸNGIỜ)?|THƯỢNGKHẨN|KHẨN'
const STAMP = new RegExp(
  `^[[({*"“]*(?:(?:${URGENCY})[-–—,/]?)?(?:VĂNBẢN|TÀILIỆU|CÔNGVĂN)?(TUYỆTMẬT|TỐIMẬT|MẬT)(?:[-–—,/]?(?:${URGENCY}))?(?:[-–—,/]?(?:BẢNSỐ|Bảnsố):?\\d*)?[\\])}*"”.!]*$`,
  'u',
)
const LABEL = /^(?:độmật|mứcđộmật|dấu|dấumật|đóngdấu):?(tuyệtmật|tốimật|mật)\.?$/u
const AFTER_NUMBER = /^số:?.*\((tuyệtmật|tốimật|mật)\)$/u
/** A line that is nothing but the words, however they are written. */
const WHOLE_LINE = /^(tuyệtmật|tốimật|mật)\.?$/u
/** The stamp stands by the number, the place or «Kính gửi»: within the first lines. */
const HEAD_LINES = 30
const HEAD = 20_000

export function secretMarking(text: string): SecretMarking | null {
  let lines = 0
  for (const line of text
    .slice(0, HEAD)
    .normalize('NFC')
    .split(/\r\n|[\n\r]/)) {
    if (line.trim() === '') continue
    if (++lines > HEAD_LINES) return null
    const found = stampIn(line)
    if (found !== null) return found
  }
  return null
}

function stampIn(line: string): SecretMarking | null {
  const whole = squeezed(line).toLowerCase()
  const words = WHOLE_LINE.exec(whole)?.[1] ?? AFTER_NUMBER.exec(whole)?.[1]
  if (words !== undefined) return named(words)
  for (const cell of line.split(/\||\t|[ \u00a0]{2,}/)) {
    const stamp = STAMP.exec(squeezed(cell))?.[1] ?? LABEL.exec(squeezed(cell).toLowerCase())?.[1]
    if (stamp !== undefined) return named(stamp)
  }
  return null
}

/** Without blanks, and without the characters nobody sees: a soft hyphen, a joiner, a blank of no width. */
const squeezed = (text: string): string => text.replace(/[\s\p{Cf}]+/gu, '')
const named = (squeezedWords: string): SecretMarking | null =>
  secretMarkings.find((known) => squeezed(known) === squeezedWords.toUpperCase()) ?? null
