import { read } from './reading.ts'

/**
 * Texts under state secrecy are refused at the door. [DIR-4]
 *
 * The marking is a stamp: MẬT, TỐI MẬT or TUYỆT MẬT in capitals, alone on its line (or in its table cell), near the head
 * of the letter. The word in running text is none: «bí mật nhà nước», «bảo mật», «mật ong». A label («Độ mật: Tối mật»)
 * counts as the stamp does.
 */
const secretMarkings = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'] as const
type SecretMarking = (typeof secretMarkings)[number]

const ALONE = /^[\s|[({*"“]*(TUYỆT MẬT|TỐI MẬT|MẬT)[\s|\])}*"”.!]*$/u
const LABEL = /^[\s|]*(?:độ|mức độ) mật ?: ?(tuyệt mật|tối mật|mật)[\s|.]*$/u
/** The stamp stands by the number, the place or «Kính gửi»: within the first lines. */
const HEAD_LINES = 30

export function secretMarking(text: string): SecretMarking | null {
  const reading = read(text.slice(0, 20_000))
  let lines = 0
  for (const line of reading.text.split('\n')) {
    if (line.trim() === '') continue
    if (++lines > HEAD_LINES) return null
    for (const cell of line.split('|')) {
      const found = ALONE.exec(cell)?.[1] ?? LABEL.exec(cell.toLowerCase())?.[1]?.toUpperCase()
      const marking = secretMarkings.find((known) => known === found)
      if (marking !== undefined) return marking
    }
  }
  return null
}
