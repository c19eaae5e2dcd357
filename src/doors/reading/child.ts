import { readBytes } from './kinds.ts'
import { Unreadable } from './read.ts'

/**
 * The process in which a stranger's file is read: bytes come on stdin, the answer goes to stdout as one line of JSON.
 * It may read the program's own files and nothing else of the machine; time and memory are taken from it by `apart.ts`.
 */
const chunks: Uint8Array[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const answer = await readBytes(Buffer.concat(chunks)).then(
  (read) => ({ read }),
  (error: unknown) => {
    if (error instanceof Unreadable) return { refused: { code: error.code, data: error.data } }
    if (error instanceof RangeError) return { refused: { code: 'file-expands', data: {} } }
    throw error
  },
)
process.stdout.write(JSON.stringify(answer))
