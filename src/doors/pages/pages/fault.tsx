import { type Refusal, sentence, statusOf } from '../../../base/refusals.ts'
import { addresses } from '../addresses.ts'
import { Empty } from '../components/notice.tsx'
import { refusalWords } from '../field-words.ts'
import { type Asked, type View, view } from '../page.ts'

/** Pages for what is not there, what was refused, and what broke. Each says what happened and one way out. */
const Home = ({ asked }: { asked: Asked }) => (
  <a className="btn" href={addresses.home}>
    {asked.say('fault.home')}
  </a>
)

export const missing = (asked: Asked): View =>
  view({
    status: 404,
    heading: asked.say('fault.missing'),
    body: (
      <div className="card">
        <Empty icon="search" title={asked.say('fault.missing.title', { path: asked.path })} action={<Home asked={asked} />}>
          {asked.say('fault.missing.why')}
        </Empty>
      </div>
    ),
  })

export const refusedView = (asked: Asked, refusal: Refusal): View =>
  view({
    status: statusOf(refusal),
    heading: refusal.code === 'not-found' ? asked.say('fault.missing') : asked.say('form.refused'),
    body: (
      <div className="card">
        <Empty
          icon={refusal.code === 'not-found' ? 'search' : 'circle-x'}
          title={refusalWords(refusal, asked.say, asked.language)}
          action={<Home asked={asked} />}
        >
          {refusal.code === 'not-found' ? asked.say('fault.missing.why') : undefined}
        </Empty>
      </div>
    ),
  })

export const broken = (asked: Asked, requestId: string): View =>
  brokenView(asked, requestId, 500, asked.say('fault.broken.title'), asked.say('fault.broken.why', { number: requestId }))

/** The database is away or full: its sentence says what to do, and one may try again. */
export const away = (asked: Asked, refusal: Refusal, requestId: string): View =>
  brokenView(asked, requestId, statusOf(refusal), sentence(refusal, asked.language), undefined)

const brokenView = (asked: Asked, requestId: string, status: number, title: string, why: string | undefined): View =>
  view({
    status,
    accident: requestId,
    heading: asked.say('fault.broken'),
    body: (
      <div className="card">
        <Empty
          icon="cloud-off"
          title={title}
          action={
            <a className="btn" href={asked.path}>
              {asked.say('fault.again')}
            </a>
          }
        >
          {why}
        </Empty>
      </div>
    ),
  })
