import type { ReactNode } from 'react'
import { statusOf } from '../../../../../base/refusals.ts'
import { datasetGet } from '../../../../../operations/dataset/get-dataset.ts'
import { importCancel } from '../../../../../operations/dataset/import/cancel-import.ts'
import { importGet } from '../../../../../operations/dataset/import/get-import.ts'
import { importLeaveOut } from '../../../../../operations/dataset/import/leave-out.ts'
import { importReread } from '../../../../../operations/dataset/import/reread-import.ts'
import type { ImportView } from '../../../../../operations/dataset/import/views.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { addresses, datasetBytesHref, datasetHref, importHref } from '../../../addresses.ts'
import { Card } from '../../../components/card.tsx'
import { ErrorSummary } from '../../../components/error-summary.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useLanguage, useSay } from '../../../components/reader.tsx'
import { numberWords } from '../../../dates.ts'
import { type Answer, type Asked, type Page, redirect, refused, view } from '../../../page.ts'
import { hasAside, What } from '../versions-view.tsx'
import { commit, reread } from './acts.ts'
import { BadRows } from './bad-rows.tsx'
import { ImportForm } from './form.tsx'
import { ImportState } from './state.tsx'
import type { ImportProblem } from './typed.ts'

/** One import, at whatever step it is: looked at, asked about, coming in, waiting for a choice, done. */
export const importPage: Page = {
  path: `${addresses.imports}/:id`,
  async get(asked) {
    const found = await asked.ask(importGet, { id: asked.param('id') })
    return found.ok ? showImport(asked, found.value, null) : refused(found.refusal)
  },
  async post(asked, form) {
    const found = await asked.ask(importGet, { id: asked.param('id') })
    if (!found.ok) return refused(found.refusal)
    const one = found.value
    const act = form.text('viec')
    if (act === 'nhap') return commit(asked, one, form, (problem) => showImport(asked, one, problem))
    if (act === 'nhap-moi') return commit(asked, one, form, (problem) => showImport(asked, one, problem), { sameTitle: 'new' })
    if (act === 'nhap-lai') return commit(asked, one, form, (problem) => showImport(asked, one, problem), { sameFile: 'take' })
    if (act === 'phien-ban') return reread(asked, one, form, (problem) => showImport(asked, one, problem), form.text('bo-cung-ten'))
    if (act === 'doc-lai') return reread(asked, one, form, (problem) => showImport(asked, one, problem))
    if (act === 'tra-loi-lai') {
      const again = await asked.ask(importReread, { id: one.id })
      return again.ok ? redirect(importHref(one.id)) : showImport(asked, one, { refusal: again.refusal, typed: null })
    }
    const operation = act === 'dung' ? importCancel : act === 'nhan' ? importLeaveOut : null
    if (operation === null) return showImport(asked, one, { refusal: { code: 'no-such-act' }, typed: null })
    const done = await asked.ask(operation, { id: one.id })
    return done.ok ? redirect(importHref(one.id)) : showImport(asked, one, { refusal: done.refusal, typed: null })
  },
}

const AT_WORK: ReadonlySet<ImportView['state']> = new Set(['reading', 'waiting', 'loading', 'switching'])
/** How often a page looks again while the node is at work. */
const LOOK_S = 2

async function showImport(asked: Asked, one: ImportView, problem: ImportProblem | null): Promise<Answer> {
  const { say } = asked
  const found = one.dataset === null ? null : await asked.ask(datasetGet, { id: one.dataset })
  const dataset = found?.ok === true ? found.value : null
  return view({
    heading: say(`import.state.${one.state}`),
    title: one.fileName,
    crumbs: [{ label: say('imports.heading'), href: addresses.imports }],
    ...(problem === null ? {} : { status: statusOf(problem.refusal) }),
    ...(AT_WORK.has(one.state) && problem === null ? { lookAgain: LOOK_S } : {}),
    lede: (
      <>
        <bdi>{one.fileName}</bdi>
        {dataset === null || one.result === 1 ? null : (
          <p className="md">
            <a href={datasetHref(dataset.slug)}>{say('imports.new-version', { title: dataset.title })}</a>
          </p>
        )}
      </>
    ),
    data: one,
    body: (
      <>
        {problem === null ? null : <ErrorSummary refusal={problem.refusal} field={problem.field ?? 'ten'} of="dataset" />}
        {stepOf(one, dataset, problem)}
      </>
    ),
  })
}

function stepOf(one: ImportView, dataset: DatasetView | null, problem: ImportProblem | null): ReactNode {
  switch (one.state) {
    case 'asking':
      return <ImportForm of={one} dataset={dataset} typed={problem?.typed ?? null} refusal={problem?.refusal ?? null} />
    case 'choosing':
      return <BadRows of={one} />
    case 'done':
      return <Done of={one} dataset={dataset} />
    case 'failed':
      return <Failed of={one} />
    case 'cancelled':
      return <Stopped />
    default:
      return <AtWork of={one} />
  }
}

function AtWork({ of }: { of: ImportView }) {
  const say = useSay()
  const language = useLanguage()
  const percent = Math.min(99, Math.floor((of.bytesRead / Math.max(1, of.fileSize)) * 100))
  return (
    <Card id="tien-do" title={say('import.far')} aside={<ImportState of={of.state} />}>
      <progress className="far" max={100} value={percent} aria-label={say(`import.state.${of.state}`)} />
      <p className="md tn">
        {of.state === 'waiting'
          ? say('import.queued')
          : say('import.progress', { n: numberWords(of.rowsRead, language), percent, bad: numberWords(of.rowsBad, language) })}
      </p>
      <p className="md muted">{say('import.leave-page')}</p>
      <form method="post" action={importHref(of.id)} className="acts after">
        <a className="btn" href={importHref(of.id)}>
          {say('import.refresh')}
        </a>
        {of.state === 'switching' ? null : (
          <button className="btn btn--d" type="submit" name="viec" value="dung">
            {say('import.cancel')}
          </button>
        )}
      </form>
    </Card>
  )
}

function Done({ of, dataset }: { of: ImportView; dataset: DatasetView | null }) {
  const say = useSay()
  const version = dataset?.versions.find(({ n }) => n === of.result)
  return (
    <Card id="xong" title={dataset?.title ?? say('import.state.done')}>
      <Notice kind="o">
        {say('import.done', { n: of.result ?? 1 })} {version === undefined ? null : <What of={version} />}
        {version === undefined ? null : '.'}
      </Notice>
      {of.repaired.length === 0 ? null : (
        <>
          <Notice kind="w">{say('import.repaired', { n: of.repaired.length })}</Notice>
          <ul className="plain">
            {of.repaired.map(({ at, column, why }) => (
              <li key={`${at} ${column}`}>{say('import.repaired.row', { at, column, why })}</li>
            ))}
          </ul>
        </>
      )}
      <p className="acts after">
        {dataset === null ? null : (
          <a className="btn btn--p" href={datasetHref(dataset.slug)}>
            {say('import.open')}
          </a>
        )}
        {dataset === null || version === undefined || !hasAside(version) ? null : (
          <a className="btn" href={datasetBytesHref(dataset.id, version.n, 'bad-rows')} download>
            {version.badRows === 0 ? say('versions.aside') : say('versions.bad', { n: version.badRows })}
          </a>
        )}
        <a className="btn" href={addresses.imports}>
          {say('import.again')}
        </a>
      </p>
    </Card>
  )
}

function Failed({ of }: { of: ImportView }) {
  const say = useSay()
  return (
    <Card id="hong" title={say('import.why')}>
      <Notice kind="e">{of.failure?.sentence ?? say('import.state.failed')}</Notice>
      <Again />
    </Card>
  )
}

function Stopped() {
  const say = useSay()
  return (
    <Card id="da-dung" title={say('import.nothing-kept')}>
      <p className="md">{say('import.stopped')}</p>
      <Again />
    </Card>
  )
}

function Again() {
  const say = useSay()
  return (
    <p className="acts after">
      <a className="btn" href={addresses.imports}>
        {say('import.again')}
      </a>
    </p>
  )
}
