import { addresses } from '../addresses.ts'
import { Card } from '../components/card.tsx'
import { useSay } from '../components/reader.tsx'

/** What a steward does with data, each with where it is done. [PAG-43] */
const works = [
  ['import', 'nav.imports', addresses.imports],
  ['key', 'nav.imports', addresses.imports],
  ['places', 'nav.places', addresses.places],
  ['bad', 'nav.imports', addresses.imports],
  ['answer', 'nav.figure-reports', addresses.figureReports],
  ['publish', 'nav.datasets', addresses.datasets],
] as const

export function DataHelp() {
  const say = useSay()
  return (
    <Card id="du-lieu" title={say('help.data')}>
      <dl className="lead-in">
        {works.map(([of, label, href]) => (
          <div key={of}>
            <dt>{say(`help.data.${of}`)}</dt>
            <dd>
              {say(`help.data.${of}.how`)} <a href={href}>{say(label)}</a>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
