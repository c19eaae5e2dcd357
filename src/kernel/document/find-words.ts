/**
 * Where words stand in a text, as somebody copied them: blanks and line ends may differ, capitals too when nothing else fits.
 * [TSK-32] @returns the first place at or after `from`; null: they do not stand there
 */
export function findWords(text: string, words: string, from = 0): { readonly start: number; readonly end: number } | null {
  const pieces = words.normalize('NFC').trim().split(/\s+/u).slice(0, MOST_WORDS)
  if (pieces[0] === undefined || pieces[0] === '') return null
  const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s+')
  for (const flags of ['gu', 'giu']) {
    const finder = new RegExp(pattern, flags)
    finder.lastIndex = from
    const found = finder.exec(text)
    if (found !== null) return { start: found.index, end: found.index + found[0].length }
  }
  return null
}
const MOST_WORDS = 2000
