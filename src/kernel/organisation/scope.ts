import { fold, hasMarks, plainWords } from '../../base/fold.ts'

/** What an heir is said to have when others took named functions: everything nobody else has. */
export const REST = 'các chức năng còn lại'

type Scoped = { readonly from: string; readonly scope: string }

/**
 * The links that a function goes along: where it is named, its own; where it is not, to whoever has the rest; where nobody is
 * said to have the rest, all of them, because only a person can tell. [ORG-3]
 *
 * @param wanted words of a function, «báo chí»; empty: all links
 */
export function waysOf<T extends Scoped>(links: readonly T[], wanted: string): readonly T[] {
  if (fold(wanted) === '') return links
  return [...Map.groupBy(links, (link) => link.from).values()].flatMap((group) => {
    const named = group.filter(({ scope }) =>
      hasMarks(wanted) && hasMarks(scope) ? holds(plainWords, scope, wanted) : holds(fold, scope, wanted),
    )
    if (named.length > 0) return named
    const rest = group.filter((link) => link.scope === REST)
    return rest.length > 0 ? rest : group
  })
}

/** Whether the words stand in a text, syllable by syllable: «điện» is not in «diện», nor «thi» in «thị». */
const holds = (plain: (text: string) => string, text: string, words: string): boolean => ` ${plain(text)} `.includes(` ${plain(words)} `)

/**
 * Where one piece of work goes, by its own words: the one body whose functions it names, or whoever has the rest when it names
 * none. Null: it names functions of several, or nobody has the rest, and a person must say. [ORG-8]
 *
 * Marks count: «lưu trữ» is not «lưu trú», nor «công chứng» «công chúng». Where the task or the functions were written without
 * any, what agrees without them is only likely, and a person must say.
 *
 * @param text title and sentence of the task
 * @param stays who keeps what is not named, where the body lives on after a transfer; null: it does not
 */
export function wayOfText<T extends Scoped & { readonly to: string }>(
  links: readonly T[],
  text: string,
  stays: string | null,
): { readonly to: string; readonly ground: 'scope' | 'rest' | 'whole'; readonly words: string } | null {
  const named = links.flatMap((link) =>
    functionsOf(link.scope)
      .filter((one) => holds(fold, text, one))
      .map((one) => ({ to: link.to, words: one, isSure: hasMarks(text) && holds(plainWords, text, one), isMarked: hasMarks(link.scope) }))
      .filter(({ isSure, isMarked }) => isSure || !isMarked || !hasMarks(text)),
  )
  const [first] = named
  if (first !== undefined)
    return named.every((one) => one.isSure && one.to === first.to) ? { to: first.to, ground: 'scope', words: first.words } : null
  if (stays !== null) return { to: stays, ground: 'rest', words: '' }
  const [only, ...others] = new Set(links.map((link) => link.to))
  if (only !== undefined && others.length === 0) return { to: only, ground: 'whole', words: '' }
  const [rest, ...rests] = links.filter((link) => link.scope === REST)
  return rest === undefined || rests.length > 0 ? null : { to: rest.to, ground: 'rest', words: '' }
}

/** «báo chí, phòng, chống tệ nạn»: one syllable alone before a comma belongs to what follows it. */
function functionsOf(scope: string): readonly string[] {
  if (scope === '' || scope === REST) return []
  const found: string[] = []
  let begun = ''
  for (const piece of scope.split(/[,;]/u).map((one) => one.trim())) {
    const whole = begun === '' ? piece : `${begun}, ${piece}`
    begun = /\s/u.test(piece) ? '' : whole
    if (begun === '' && piece !== '') found.push(whole)
  }
  return begun === '' ? found : [...found, begun]
}
