import { type Language, type Refusal, type RefusalCode, sentence } from '../../base/refusals.ts'
import { isTextKey, type Say } from '../../base/text/text.ts'

/** The refusals whose `name` is that of a field in code; others speak of a file or a body. */
const OF_FIELDS: ReadonlySet<RefusalCode> = new Set(['missing-parameter', 'bad-value', 'unknown-field', 'unknown-parameter'])

/** A refusal as a page says it: a field is called as its form calls it, `files.0.sha256` too. [PAG-17] */
export function refusalWords(refusal: Refusal, say: Say, language: Language): string {
  const name = refusal.data?.['name']
  if (!OF_FIELDS.has(refusal.code) || name === undefined) return sentence(refusal, language)
  const field = fieldWords(say, String(name))
  return refusal.code === 'missing-parameter'
    ? say('form.missing', { field })
    : sentence({ ...refusal, data: { ...refusal.data, name: field } }, language)
}

/** @param name of the operation, with or without the way into it; one without a word stays as it is */
export function fieldWords(say: Say, name: string): string {
  const key = `field.${name.split('.')[0]}`
  return isTextKey(key) ? say(key) : name
}
