import { numberWords } from '../dates.ts'
import { useLanguage, useSay } from './reader.tsx'

/** Pages by key: on to the next, or back to the first. `first` is the place of the first row in the whole, from 1; what stands on one page is counted. [PAG-42] */
export function Pager(props: {
  readonly first: number
  readonly shown: number
  readonly total?: number
  readonly what: string
  readonly firstHref: string | null
  readonly nextHref: string | null
}) {
  const say = useSay()
  const language = useLanguage()
  const shown = (n: number): string => numberWords(n, language)
  const last = props.first + props.shown - 1
  const isWhole = props.first === 1 && props.firstHref === null && props.nextHref === null
  return (
    <nav className="pager" aria-label={say('pager.label')}>
      <span className="tn">
        {isWhole
          ? say('pager.all', { n: shown(props.shown), what: props.what })
          : props.total === undefined
            ? say('pager.range', { first: shown(props.first), last: shown(last), what: props.what })
            : say('pager.of', { first: shown(props.first), last: shown(last), total: shown(props.total), what: props.what })}
      </span>
      {props.firstHref === null && props.nextHref === null ? null : (
        <span className="acts">
          {props.firstHref === null ? null : (
            <a className="btn btn--s" href={props.firstHref}>
              {say('pager.first')}
            </a>
          )}
          {props.nextHref === null ? null : (
            <a className="btn btn--s" href={props.nextHref} rel="next">
              {say('pager.next')}
            </a>
          )}
        </span>
      )}
    </nav>
  )
}
