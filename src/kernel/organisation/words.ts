import { fold } from '../../base/fold.ts'

/**
 * Whether a name holds all words of a question, each at least as the beginning of one of its own, in any order and with marks or
 * without: «ke hoach» and «dau tu ke hoach» both find Sở Kế hoạch và Đầu tư. [ORG-18]
 */
export function wordsMatcher(question: string): (folded: string) => boolean {
  const words = fold(question)
    .split(' ')
    .filter((word) => word !== '')
  // a single letter begins a word of half the register
  if (!words.some((word) => word.length > 1)) return () => false
  return (folded) => words.every((word) => ` ${folded}`.includes(` ${word}`))
}
