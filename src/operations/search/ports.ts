import type { AsOf } from '../board/ports.ts'
import type { DocumentRow } from '../document/views.ts'
import type { TaskRow } from '../task/views.ts'

export interface SearchPorts {
  readonly search: {
    /** Tasks that hold all the words; whole words before beginnings of words, newest first. */
    tasks(q: string, asOf: AsOf, most: number): Promise<readonly TaskRow[]>
    documents(q: string, most: number): Promise<readonly DocumentRow[]>
  }
}
