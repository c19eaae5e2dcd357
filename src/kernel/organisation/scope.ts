import { fold } from '../../base/fold.ts'

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
  const words = fold(wanted)
  if (words === '') return links
  return [...Map.groupBy(links, (link) => link.from).values()].flatMap((group) => {
    const named = group.filter((link) => fold(link.scope).includes(words))
    if (named.length > 0) return named
    const rest = group.filter((link) => link.scope === REST)
    return rest.length > 0 ? rest : group
  })
}
