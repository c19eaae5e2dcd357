import { refuse } from '../base/result.ts'
import type { Call } from '../operations/call.ts'
import type { Files } from '../operations/file/ports.ts'
import { fileRecord, fileShown, notToKeep } from '../operations/file/record-file.ts'
import { keepFile, readKept } from '../store/file-keep.ts'

/** The disk behind the doors for files. @param data the data directory */
export const filesIn = (data: string, call: Call): Files => ({
  async keep(context, name, bytes) {
    // before a byte is read: who has nothing to show fills no disk
    const why = notToKeep(context)
    if (why !== null) return refuse(why)
    const kept = await keepFile(data, name, bytes)
    return kept.ok ? call(fileRecord, context, kept.value) : kept
  },
  async open(context, sha256) {
    const shown = await call(fileShown, context, { sha256 })
    if (!shown.ok) return shown
    const bytes = readKept(data, sha256)
    return bytes === null ? refuse({ code: 'file-away', data: { name: shown.value.name } }) : { ok: true, value: { ...shown.value, bytes } }
  },
})
