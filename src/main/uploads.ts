import type { Language, Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Daily } from '../jobs/daily.ts'
import type { Call } from '../operations/call.ts'
import { notToImport } from '../operations/dataset/import/data-file.ts'
import type { Upload, Uploads } from '../operations/file/ports.ts'
import { fileRecord } from '../operations/file/record-file.ts'
import type { Context } from '../operations/operation.ts'
import {
  appendComing,
  beginComing,
  type Coming,
  comingOf,
  dropComing,
  farOf,
  recordedComing,
  sweepComing,
  wholeComing,
} from '../store/file/upload-keep.ts'

/** Files in parts: the disk, and the store that hears of a file once it is whole. @param data the data directory */
export function uploadsIn(data: string, call: Call): Uploads {
  /** Who sends to a file just now: how to end him, and when he has ended. */
  const sending = new Map<string, { readonly stop: () => void; readonly ended: Promise<void> }>()
  const found = (context: Context, id: string): Result<Coming, Refusal> => {
    const why = notToImport(context)
    if (why !== null) return refuse(why)
    const one = comingOf(data, context.who.id, id)
    return one === null ? refuse(noUpload(context.language)) : ok(one)
  }
  const shown = (one: Coming): Upload => ({
    id: one.id,
    name: one.name,
    size: one.size,
    ...farOf(data, one),
    sha256: one.recorded ? (one.kept?.sha256 ?? null) : null,
  })
  /** What a server that died after the last byte left to do is done when the file is next asked about. */
  const settled = async (context: Context, one: Coming): Promise<Result<Upload, Refusal>> => {
    if (one.recorded || farOf(data, one).offset < one.size) return ok(shown(one))
    const whole = await wholeComing(data, one)
    if (!whole.ok) return whole
    const recorded = await call(fileRecord, context, whole.value.kept)
    if (!recorded.ok) return recorded
    recordedComing(data, whole.value)
    return ok(shown({ ...whole.value, recorded: true }))
  }
  /** One request sends to a file: the one before may hang on a connection that nobody is at the other end of. */
  const alone = async <T>(id: string, work: (stopped: Promise<void>) => Promise<T>): Promise<T> => {
    for (let before = sending.get(id); before !== undefined; before = sending.get(id)) {
      before.stop()
      await before.ended
    }
    const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    sending.set(id, { stop, ended })
    try {
      return await work(stopped)
    } finally {
      sending.delete(id)
      end()
    }
  }
  return {
    async begin(context, { name, size }) {
      const why = notToImport(context)
      if (why !== null) return refuse(why)
      if (name.trim() === '') return refuse({ code: 'missing-parameter', data: { name: 'name' } })
      if (size === null) return refuse({ code: 'missing-parameter', data: { name: 'Upload-Length' } })
      const begun = beginComing(data, { owner: context.who.id, name, size })
      return begun.ok ? ok(shown(begun.value)) : begun
    },
    async get(context, id) {
      const one = found(context, id)
      if (!one.ok) return one
      return sending.has(id) ? ok(shown(one.value)) : alone(id, () => settled(context, one.value))
    },
    async append(context, id, offset, bytes) {
      const one = found(context, id)
      if (!one.ok) return one
      return alone(id, async (stopped) => {
        const refused = await appendComing(data, one.value, offset, bytes, stopped)
        if (refused !== null) return refuse(refused)
        // it may have become whole, or have been dropped, while this waited for another
        const now = found(context, id)
        return now.ok ? settled(context, now.value) : now
      })
    },
    async drop(context, id) {
      const one = found(context, id)
      if (!one.ok) return one
      await alone(id, async () => dropComing(data, one.value))
      return ok(null)
    },
    sweep: async () => sweepComing(data, new Date()),
  }
}

const noUpload = (language: Language): Refusal => ({
  code: 'not-found',
  data: { what: language === 'vi' ? 'tệp gửi dở' : 'file on its way' },
})

/** Once a day, what was begun and never ended goes. */
export function sweepJob(uploads: Pick<Uploads, 'sweep'>): Daily {
  let swept = ''
  return {
    done: (day) => swept === day,
    async work(day) {
      await uploads.sweep()
      swept = day
    },
  }
}
