import type { Files } from '../../src/operations/file/ports.ts'

/** For doors that are asked for no file. */
const none = (): Promise<never> => Promise.reject(new Error('no file is expected'))

export const noFiles: Files = {
  keep: none,
  keepData: none,
  openData: none,
  openBadRows: none,
  open: none,
  uploads: { begin: none, get: none, append: none, drop: none, sweep: none },
}
