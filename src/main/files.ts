import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Call } from '../operations/call.ts'
import { dataFileShown, importBadShown, notToImport } from '../operations/dataset/import/data-file.ts'
import type { Files, Kept } from '../operations/file/ports.ts'
import { fileRecord, fileShown, notToKeep } from '../operations/file/record-file.ts'
import { keepFile, readKept } from '../store/file/file-keep.ts'
import { uploadsIn } from './uploads.ts'

/** The disk behind the doors for files. @param data the data directory */
export const filesIn = (data: string, call: Call): Files => {
  const opened = (shown: Result<Kept & { readonly name: string }, Refusal>): Awaited<ReturnType<Files['open']>> => {
    if (!shown.ok) return shown
    const bytes = readKept(data, shown.value.sha256)
    return bytes === null ? refuse({ code: 'file-away', data: { name: shown.value.name } }) : ok({ ...shown.value, bytes })
  }
  return {
    async keep(context, name, bytes) {
      // before a byte is read: who has nothing to show fills no disk
      const why = notToKeep(context)
      if (why !== null) return refuse(why)
      const kept = await keepFile(data, name, bytes)
      return kept.ok ? call(fileRecord, context, kept.value) : kept
    },
    async keepData(context, name, bytes) {
      const why = notToImport(context)
      if (why !== null) return refuse(why)
      const kept = await keepFile(data, name, bytes, 'data')
      return kept.ok ? call(fileRecord, context, kept.value) : kept
    },
    open: async (context, sha256) => opened(await call(fileShown, context, { sha256 })),
    openData: async (context, asked) => opened(await call(dataFileShown, context, asked)),
    openBadRows: async (context, id) => opened(await call(importBadShown, context, { id })),
    uploads: uploadsIn(data, call),
  }
}
