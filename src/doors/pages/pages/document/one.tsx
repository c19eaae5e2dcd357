import { documentGet } from '../../../../operations/document/get-document.ts'
import type { DocumentView } from '../../../../operations/document/views.ts'
import { historyList } from '../../../../operations/history/list-history.ts'
import { addresses, documentHref, reviewHref, taskHref } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { DayText, InstantText, Sentence, useSay } from '../../components/reader.tsx'
import { Timeline } from '../../components/timeline.tsx'
import { type Page, refused, view } from '../../page.ts'
import { personWords } from '../../person-words.ts'
import { countKinds, directiveMarks } from '../../text-marks/directive-marks.ts'
import { Legend, Paragraphs } from '../../text-marks/marked-text.tsx'
import { paragraphsOf } from '../../text-marks/paragraphs.ts'
import { bodiesIn, happenings } from '../history/happenings.tsx'
import { reviewedTasks } from '../intake/order.ts'
import { DocumentSource } from '../intake/reading-notes.tsx'
import { StateFlag } from '../intake/task-item.tsx'
import { leadText } from '../task/lead.tsx'

/** One document: its text word for word, what it cites, the tasks read from it, and what was done to it. */
export const documentPage: Page = {
  path: `${addresses.documents}/:slug`,
  async get(asked) {
    const found = await asked.ask(documentGet, { id: asked.param('slug') })
    if (!found.ok) return refused(found.refusal)
    const document = found.value
    const history = await asked.ask(historyList, { entity: 'document', id: document.id, limit: 50 })
    const names = history.ok ? await bodiesIn(history.value.items, asked) : new Map<string, string>()
    const tasks = reviewedTasks(document)
    const marks = directiveMarks(tasks, document.citations, null)
    return view({
      heading: document.title,
      crumbs: [{ label: asked.say('documents.heading'), href: addresses.documents }],
      lede: document.abstract ?? (
        <Sentence
          of="document.received"
          put={{ at: <InstantText of={document.receivedAt} />, by: personWords(asked.say, document.receivedBy) }}
        />
      ),
      actions: (
        <a className="btn btn--p" href={reviewHref(document.slug)}>
          {asked.say('document.review')}
        </a>
      ),
      sample: document.sample,
      data: document,
      body: (
        <div className="grid g-task">
          <div className="stack">
            <Card id="noi-dung-van-ban" title={asked.say('document.text')} flush>
              <Legend counts={countKinds(marks)} />
              <div className="paper">
                <Paragraphs
                  text={document.text}
                  paragraphs={paragraphsOf(document.text)}
                  marks={marks}
                  lit={new Set()}
                  machine={document.reading?.machine ?? []}
                  href={(mark) => (mark.tasks[0] === undefined ? null : reviewHref(document.slug, mark.tasks[0]))}
                />
              </div>
            </Card>
          </div>
          <div className="stack">
            <Identity document={document} />
            <Tasks document={document} />
            <Citations document={document} />
            <Card id="lich-su" title={asked.say('task.history')}>
              {history.ok && history.value.items.length > 0 ? (
                <Timeline of={happenings(history.value.items, asked, names)} />
              ) : (
                asked.say('task.history.none')
              )}
            </Card>
          </div>
        </div>
      ),
    })
  },
}

function Identity({ document }: { document: DocumentView }) {
  const say = useSay()
  const unknown = <span className="muted">{say('document.unknown')}</span>
  return (
    <Card id="thong-tin" title={say('review.document')}>
      <Facts
        of={[
          { term: say('document.type'), is: document.type ?? unknown },
          { term: say('document.number'), is: document.number === null ? unknown : <DocumentNumber>{document.number}</DocumentNumber> },
          { term: say('document.issuer'), is: document.issuer ?? unknown },
          { term: say('document.signed-on'), is: document.signedOn === null ? unknown : <DayText of={document.signedOn} /> },
          {
            term: say('document.source'),
            is: <DocumentSource document={document} />,
          },
          { term: say('document.sha256'), is: <span className="hash">{document.sha256}</span> },
        ]}
      />
    </Card>
  )
}

function Tasks({ document }: { document: DocumentView }) {
  const say = useSay()
  const tasks = reviewedTasks(document)
  if (tasks.length === 0) return null
  return (
    <Card id="nhiem-vu" title={say('document.tasks')}>
      <ol className="list md">
        {tasks.map((task) => (
          <li key={task.id}>
            <a href={task.code !== null ? taskHref(task) : reviewHref(document.slug, task.id)}>{task.title}</a>
            <p className="row sp sm muted">
              <span>{leadText(task, say)}</span>
              <StateFlag task={task} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Citations({ document }: { document: DocumentView }) {
  const say = useSay()
  const cited = document.citations.filter(
    (citation, i, all) =>
      all.findIndex((other) => other.number === citation.number && other.date === citation.date && other.text === citation.text) === i,
  )
  return (
    <Card id="vien-dan" title={say('document.citations')}>
      {cited.length === 0 ? (
        <p className="md muted">{say('document.citations.none')}</p>
      ) : (
        <ul className="list md">
          {cited.map((citation) => (
            <li key={citation.start}>
              <DocumentNumber href={citation.document === null ? null : documentHref(citation.document)}>
                {citation.number ?? citation.text}
              </DocumentNumber>{' '}
              {citation.date === null ? null : (
                <span className="muted">
                  <DayText of={citation.date} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
