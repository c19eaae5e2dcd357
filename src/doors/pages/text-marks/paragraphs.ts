/** A paragraph of a directive: a line that has words. `n` counts from 1; `start` and `end` are places in the whole text. */
export interface Paragraph {
  readonly n: number
  readonly start: number
  readonly end: number
}

export function paragraphsOf(text: string): readonly Paragraph[] {
  const found: Paragraph[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    if (words !== '') {
      const from = start + line.indexOf(words)
      found.push({ n: found.length + 1, start: from, end: from + words.length })
    }
    start += line.length + 1
  }
  return found
}

/** The paragraph a place lies in; the one before it when it lies between two; null before the first. */
export function paragraphAt(paragraphs: readonly Paragraph[], place: number): Paragraph | null {
  let last: Paragraph | null = null
  for (const paragraph of paragraphs) {
    if (paragraph.start > place) break
    last = paragraph
  }
  return last
}
