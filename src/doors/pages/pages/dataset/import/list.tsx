import { type Refusal, statusOf } from '../../../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../../../base/result.ts'
import { datasetGet } from '../../../../../operations/dataset/get-dataset.ts'
import { importList } from '../../../../../operations/dataset/import/list-imports.ts'
import { importStart } from '../../../../../operations/dataset/import/start-import.ts'
import type { ImportView } from '../../../../../operations/dataset/import/views.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { addresses, datasetHref, importHref, withQuery } from '../../../addresses.ts'
import { BroughtList } from '../../../components/brought-list.tsx'
import { ErrorSummary } from '../../../components/error-summary.tsx'
import { InstantText, useLanguage, useSay } from '../../../components/reader.tsx'
import { DATA_FILE } from '../../../form.ts'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../../page.ts'
import { personWords } from '../../../person-words.ts'
import { sizeWords } from '../marks.tsx'
import { ImportState } from './state.tsx'

/** Where data come in: a file is chosen, and beside it what was brought in before. */
export const importListPage: Page = {
  path: addresses.imports,
  get: (asked) => show(asked, null),
  post: start,
}

const PAGE = 20

/** The dataset that gets a version; one that is not there, or not his, is refused, not taken for a new one. [PAG-54] */
async function datasetAsked(asked: Asked): Promise<Result<DatasetView | null, Refusal>> {
  const slug = asked.query.get('bo') ?? ''
  if (slug === '') return ok(null)
  const found = await asked.ask(datasetGet, { id: slug })
  return found.ok && !found.value.mayKeep ? refuse({ code: 'not-the-steward' }) : found
}

async function start(asked: Asked, form: Form): Promise<Answer> {
  if (form.refused !== null) return show(asked, form.refused)
  const file = form.kept[0] ?? sentBefore(form)
  if (file === null) return show(asked, { code: 'missing-parameter', data: { name: 'file' } })
  const schema = await schemaIn(form)
  if (schema === 'unreadable') return show(asked, { code: 'import-schema', data: { reason: 'JSON' } })
  const named = await datasetAsked(asked)
  if (!named.ok) return refused(named.refusal)
  const dataset = named.value
  const started = await asked.ask(importStart, {
    file: file.sha256,
    name: file.name.slice(0, 255),
    ...(dataset === null ? {} : { dataset: dataset.id }),
    ...(schema === null ? {} : { schema }),
  })
  return started.ok ? redirect(importHref(started.value.id)) : show(asked, started.refusal)
}

/** A file that the script of the page sent in parts before the form. @returns null: none was sent */
function sentBefore(form: Form): { readonly sha256: string; readonly name: string } | null {
  const [sha256, name] = [form.text('da-gui'), form.text('ten-tep')]
  return /^[0-9a-f]{64}$/.test(sha256) && name !== '' ? { sha256, name } : null
}

/** @returns null: none was chosen */
async function schemaIn(form: Form): Promise<unknown> {
  const file = await form.file('luoc-do')
  if (file === null) return null
  try {
    return JSON.parse(new TextDecoder().decode(file.bytes))
  } catch {
    return 'unreadable'
  }
}

async function show(asked: Asked, problem: Refusal | null): Promise<Answer> {
  const after = asked.query.get('sau')
  const found = await asked.ask(importList, { limit: PAGE, ...(after === null ? {} : { after }) })
  if (!found.ok) return refused(found.refusal)
  const named = await datasetAsked(asked)
  if (!named.ok) return refused(named.refusal)
  const dataset = named.value
  return view({
    heading: asked.say('imports.heading'),
    lede: asked.say('imports.lede'),
    ...(problem === null ? {} : { status: statusOf(problem) }),
    data: found.value,
    body: (
      <>
        {problem === null ? null : <ErrorSummary refusal={problem} field="tep" />}
        <div className="napg">
          <Start dataset={dataset} />
          <Before rows={found.value.items} next={found.value.next} />
        </div>
      </>
    ),
  })
}

function Start({ dataset }: { dataset: DatasetView | null }) {
  const say = useSay()
  return (
    <form
      className="card"
      method="post"
      action={withQuery(addresses.imports, { bo: dataset?.slug })}
      encType="multipart/form-data"
      aria-labelledby="h-nap"
      data-gui-phan={IN_PARTS}
    >
      <div className="hd">
        <h2 id="h-nap">{dataset === null ? say('imports.new') : say('imports.new-version', { title: dataset.title })}</h2>
      </div>
      <div className="bd">
        <div className="f">
          <label htmlFor="tep">{say('imports.file')}</label>
          <span className="hint" id="tep-goi-y">
            {say('imports.file.hint')}
          </span>
          <div className="dropz">
            <input id="tep" name={DATA_FILE} type="file" aria-describedby="tep-goi-y" required />
          </div>
          <Sending />
        </div>
        <div className="f">
          <label htmlFor="luoc-do">
            {say('imports.schema')}
            <span className="opt"> {say('form.optional')}</span>
          </label>
          <span className="hint" id="luoc-do-goi-y">
            {say('imports.schema.hint')}
          </span>
          <div className="dropz">
            <input id="luoc-do" name="luoc-do" type="file" accept=".json,application/json" aria-describedby="luoc-do-goi-y" />
          </div>
        </div>
        <p className="acts after">
          <button className="btn btn--p" type="submit">
            {say('imports.submit')}
          </button>
        </p>
      </div>
      <p className="ft">{dataset === null ? say('imports.replaces') : <a href={datasetHref(dataset.slug)}>{dataset.title}</a>}</p>
    </form>
  )
}

/** From so many bytes on a file is sent in parts, where there is script: over a line that breaks it goes on where it was. [DAT-42] */
const IN_PARTS = 16 * 1024 * 1024

/** How far a file is that is sent in parts; shown by script alone. */
function Sending() {
  const say = useSay()
  return (
    <div className="stack" data-gui hidden>
      <progress className="far" max={100} value={0} aria-label={say('imports.sending')} />
      <p className="md tn" data-gui-xa data-mau={say('imports.sent', { n: '{n}', sent: '{sent}', of: '{of}' })} />
      <p
        className="md muted"
        role="status"
        data-gui-loi
        data-mat={say('imports.sending.lost')}
        data-cho={say('imports.sending.leave')}
        data-dung={say('imports.sending.stopped')}
      />
      <p className="acts">
        <button className="btn btn--d" type="button" data-gui-dung>
          {say('imports.sending.stop')}
        </button>
      </p>
      <input type="hidden" name="da-gui" />
      <input type="hidden" name="ten-tep" />
    </div>
  )
}

function Before({ rows, next }: { rows: readonly ImportView[]; next: string | null }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <BroughtList
      id="da-nhap"
      title={say('imports.list')}
      none={{ icon: 'file-up', title: say('imports.none'), why: say('imports.none.why') }}
      more={next === null ? null : { address: addresses.imports, next }}
      rows={rows.map((row) => ({
        key: row.id,
        href: importHref(row.id),
        is: (
          <>
            <b>{row.fileName}</b>
            <ImportState of={row.state} />
            <small>
              {personWords(say, row.madeBy)}, <InstantText of={row.madeAt} /> · {sizeWords(row.fileSize, language)}
            </small>
          </>
        ),
      }))}
    />
  )
}
