import { isTextKey, type TextKey } from '../../../../../base/text/text.ts'
import { Icon } from '../../../components/icon.tsx'
import { NumberText, useSay } from '../../../components/reader.tsx'
import type { Asked } from '../../../page.ts'
import { type Chosen, type Facet, facetNames, hrefOf } from './asked.ts'

/** How many of what was found are of each kind, to narrow it by; and what it is narrowed to, to be taken back. */
type Counted = Readonly<Record<Facet, readonly { readonly of: string; readonly label: string | null; readonly n: number }[]>>

const MOST_SHOWN = 12
const OPEN: ReadonlySet<Facet> = new Set(['theme', 'locality', 'access'])

const nameOf = (asked: Asked, facet: Facet, one: { readonly of: string; readonly label: string | null }): string => {
  const key = `${facet}.${one.of}`
  return one.label ?? (isTextKey(key) ? asked.say(key) : one.of.toUpperCase())
}

/** On a narrow page they stand behind a link, so that what was found comes first; without script, as the menu does. */
export function Facets({ asked, chosen, of }: { asked: Asked; chosen: Chosen; of: Counted }) {
  const say = useSay()
  const shown = facetNames.filter((facet) => of[facet].length > 0)
  if (shown.length === 0) return null
  const on = facetNames.filter((facet) => chosen[facet] !== null).length
  return (
    <>
      <a className="facopen" href="#bo-loc">
        <Icon name="list-checks" />
        {say('datasets.filters')}
        {on === 0 ? null : <span className="sm muted">{say('datasets.filters.on', { n: on })}</span>}
      </a>
      <nav className="card facets fac0" id="bo-loc" aria-label={say('datasets.facets')}>
        {shown.map((facet) => (
          <details key={facet} open={OPEN.has(facet) || chosen[facet] !== null}>
            <summary>{say(`facet.${facet}` satisfies TextKey)}</summary>
            <ul>
              {of[facet].slice(0, MOST_SHOWN).map((one) => (
                <li key={one.of}>
                  <a
                    href={hrefOf({ ...chosen, [facet]: chosen[facet] === one.of ? null : one.of })}
                    aria-current={chosen[facet] === one.of ? 'true' : undefined}
                  >
                    <span>{nameOf(asked, facet, one)}</span>
                    <NumberText of={one.n} />
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
    </>
  )
}

export function Chips({ asked, chosen, of }: { asked: Asked; chosen: Chosen; of: Counted }) {
  return facetNames.map((facet) => {
    const value = chosen[facet]
    if (value === null) return null
    const name = nameOf(asked, facet, of[facet].find((one) => one.of === value) ?? { of: value, label: null })
    return (
      <a key={facet} className="chip" href={hrefOf({ ...chosen, [facet]: null })} aria-label={asked.say('facet.remove', { what: name })}>
        {name}
        <Icon name="x" />
      </a>
    )
  })
}
