import { type Language, type Refusal, type RefusalCode, sentence } from '../../base/refusals.ts'
import { isTextKey, type Say } from '../../base/text/text.ts'

/** The refusals whose `name` is that of a field in code; others speak of a file or a body. */
const OF_FIELDS: ReadonlySet<RefusalCode> = new Set(['missing-parameter', 'bad-value', 'unknown-field', 'unknown-parameter'])

/** A refusal as a page says it: a field is called as its form calls it, `files.0.sha256` too. [PAG-17] */
export function refusalWords(refusal: Refusal, say: Say, language: Language, of?: FormOf): string {
  const name = refusal.data?.['name']
  if (!OF_FIELDS.has(refusal.code) || name === undefined) return sentence(refusal, language)
  const field = fieldWords(say, String(name), of)
  return refusal.code === 'missing-parameter'
    ? say('form.missing', { field })
    : sentence({ ...refusal, data: { ...refusal.data, name: field } }, language)
}

/** What a form is of, where its fields are called otherwise than those of tasks: a dataset has a name, a task its content. [PAG-56] */
export type FormOf = 'dataset'

/** @param name of the operation, with or without the way into it; one without a word stays as it is */
export function fieldWords(say: Say, name: string, of?: FormOf): string {
  const field = name.split('.')[0]
  const key = [`field.${of}.${field}`, `field.${field}`].find(isTextKey)
  return key === undefined ? name : say(key)
}
