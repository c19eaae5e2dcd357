import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { both } from '../doors/cli/argument-fault.ts'
import { contextAt } from '../doors/context.ts'
import { OPERATOR } from '../kernel/access/who.ts'
import { datasetGet } from '../operations/dataset/get-dataset.ts'
import { importCancel } from '../operations/dataset/import/cancel-import.ts'
import { importCommit } from '../operations/dataset/import/commit-import.ts'
import { importGet } from '../operations/dataset/import/get-import.ts'
import { questionsOf } from '../operations/dataset/import/questions.ts'
import { importStart } from '../operations/dataset/import/start-import.ts'
import type { DatasetView } from '../operations/dataset/views.ts'
import { keyTold, placesTold, questionLines, renamedAsked, toldLines } from './dataset-import-answers.ts'
import { answersFor, failureOf } from './dataset-import-said.ts'
import type { Opened } from './open.ts'

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return 'unreadable'
  }
}

const TOLD_MS = 2000
const NOTHING_TAKEN = both(
  'Chưa ghi gì. Sửa tệp, hoặc thêm --bad leave-out để nhận các dòng tốt.',
  'Nothing was taken. Mend the file, or add --bad leave-out to take the good rows.',
)

const SAME = both('Không có gì khác phiên bản trước.', 'Nothing differs from the version before.')
const REPLACED = both('Không có khóa chung: thay toàn bộ phiên bản trước.', 'No common key: the version before was replaced whole.')

type Node = Pick<Opened, 'call' | 'files' | 'importer'>
const context = () => contextAt(new Date(), 'vi', OPERATOR)

/**
 * What a steward does on three pages, in one go. One that was refused on its way, or that failed, is given up: nobody can go on
 * with it. A new dataset without a title is called as the line above its table says, else as its file is. @param tell hears how far it is, in both languages
 */
export async function importFile(
  node: Node,
  file: string,
  { dataset, schema, ...choices }: Readonly<Record<string, unknown>>,
  tell: (progress: string) => void,
): Promise<Result<unknown, Refusal>> {
  const kept = await node.files.keepData(context(), basename(file), createReadStream(file)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return refuse({ code: 'not-found', data: { what: `tệp «${file}»` } } as const)
    throw error
  })
  if (!kept.ok) return kept
  const said = typeof schema === 'string' ? readJson(schema) : null
  if (said === 'unreadable') return refuse({ code: 'import-schema', data: { reason: 'JSON' } })
  const started = await node.call(importStart, context(), {
    file: kept.value.sha256,
    name: basename(file),
    ...(dataset === undefined ? {} : { dataset }),
    ...(said === null ? {} : { schema: said }),
  })
  if (!started.ok) return started
  const { id } = started.value
  const done = await taken(node, id, choices, dataset === undefined ? basename(file).replace(/\.\w{2,8}$/, '') : null, tell)
  if (!done.ok || done.value.state !== 'done') await node.call(importCancel, context(), { id })
  return done
}

type Taken = { readonly state: string; readonly [what: string]: unknown }
async function taken(
  node: Node,
  id: string,
  said: Readonly<Record<string, unknown>>,
  called: string | null,
  tell: (progress: string) => void,
): Promise<Result<Taken, Refusal>> {
  const answers = await answersFor(node, context(), id, said)
  if (!answers.ok) return answers
  // what is told as the proposed title is the title, as on the page
  const title = called === null ? {} : { title: answers.value.reading.around?.title?.value ?? called }
  const told = toldLines(answers.value.reading)
  if (told.length > 0) tell(told.join('\n'))
  const open = [...questionsOf(answers.value.reading, answers.value.answers), ...renamedAsked(answers.value.reading)]
  // all at once, the last one as the refusal: whoever answers them asks once more, not once for each
  for (const question of open.slice(0, -1)) tell(questionLines(question).join('\n'))
  const last = open.at(-1)
  if (last !== undefined) return refuse(last)
  for (const line of placesTold(answers.value.reading)) tell(line)
  if (called !== null) for (const line of keyTold(answers.value.reading, said['key'])) tell(line)
  const committed = await node.call(importCommit, context(), { ...title, ...answers.value.answers, id })
  if (!committed.ok) return committed
  const telling = setInterval(() => {
    node.call(importGet, context(), { id }).then(
      (now) => {
        if (now.ok) tell(both(`${now.value.rowsRead} dòng`, `${now.value.rowsRead} rows`))
      },
      () => undefined,
    )
  }, TOLD_MS)
  await node.importer.idle()
  clearInterval(telling)
  const done = await node.call(importGet, context(), { id })
  if (!done.ok) return done
  const { state, result, rowsRead, rowsBad, bad, failure } = done.value
  if (failure !== null) return refuse(failureOf(failure))
  if (state !== 'done') return ok({ import: id, state: 'bad-rows', rows: rowsRead, badRows: rowsBad, bad, told: NOTHING_TAKEN })
  const made = await node.call(datasetGet, context(), { id: done.value.dataset })
  return ok({
    import: id,
    state,
    version: result,
    rows: rowsRead,
    badRows: rowsBad,
    ...(made.ok ? { dataset: made.value.id, slug: made.value.slug, ...differenceOf(made.value) } : {}),
  })
}

/** Of an import that was given up for its bad rows nothing is there, and a script is to hear of it. [DAT-107] */
export const isTaken = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'state' in value && value.state === 'done'

/** What a later version changed of the one before; where that is nothing, it is said. [DAT-107] */
function differenceOf({ current, versions }: DatasetView): object {
  const { n, added, changed, removed } = current
  const leftOut = current.leftOut ?? 0
  if (n === 1) return {}
  if (added === null || changed === null || removed === null) return { told: REPLACED }
  const { added: came = [], removed: went = [], labels = {} } = versions[0]?.columns ?? {}
  const isSame = added + changed + removed + leftOut + Object.keys(labels).length === 0
  const named = (names: readonly string[], words: string): string =>
    names.length === 0 ? '' : `; ${words} ${names.map((name) => `«${labels[name] ?? name}»`).join(', ')}`
  const words = both(
    `Thành chênh lệch: thêm ${added}, sửa ${changed}, bỏ ${removed}${leftOut === 0 ? '' : `, ${leftOut} dòng có trong tệp nhưng bị lỗi nên không lấy`}${named(came, 'thêm cột')}${named(went, 'bỏ cột')}.`,
    `As differences: ${added} added, ${changed} changed, ${removed} removed${leftOut === 0 ? '' : `, ${leftOut} in the file but bad and so not taken`}${named(came, 'columns added:')}${named(went, 'columns removed:')}.`,
  )
  return { added, changed, removed, leftOut, told: isSame ? SAME : words }
}
