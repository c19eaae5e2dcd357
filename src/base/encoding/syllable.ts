/**
 * Whether a word could be a Vietnamese syllable: an onset, a rhyme, at most one tone. Loose: it tells Vietnamese from bytes
 * read by the wrong table, not good spelling from bad.
 */
const ONSET = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]'
const NUCLEUS =
  'iêu|yêu|uyê|uya|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uyu|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iê|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ưu|ươ|yê|[aăâeêioôơuưy]'
const CODA = 'ch|ng|nh|[cmnpt]'
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${NUCLEUS})(?:${CODA})?$`, 'u')

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu

export function isSyllable(word: string): boolean {
  const split = word.toLowerCase().normalize('NFD')
  if ((split.match(TONE)?.length ?? 0) > 1) return false
  return SYLLABLE.test(split.replace(TONE, '').normalize('NFC'))
}
