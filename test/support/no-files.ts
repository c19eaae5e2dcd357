import type { Files } from '../../src/operations/file/ports.ts'

/** For doors that are asked for no file. */
export const noFiles: Files = {
  keep: () => Promise.reject(new Error('no file is expected')),
  keepData: () => Promise.reject(new Error('no file is expected')),
  openData: () => Promise.reject(new Error('no file is expected')),
  open: () => Promise.reject(new Error('no file is expected')),
}
