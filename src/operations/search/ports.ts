import type { AccessClass } from '../../kernel/dataset/describe.ts'
import type { AsOf } from '../board/ports.ts'
import type { DocumentRow } from '../document/views.ts'
import type { TaskRow } from '../task/views.ts'

export type DatasetFound = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly access: AccessClass
  readonly custodian: string | null
  readonly source: string | null
  readonly sample: boolean
}

export interface SearchPorts {
  readonly search: {
    /** Tasks that hold all the words; whole words before beginnings of words, newest first. */
    tasks(q: string, asOf: AsOf, most: number): Promise<readonly TaskRow[]>
    /** Documents called so, then those that cite what is; `cites`: what they cite. */
    documents(q: string, most: number): Promise<readonly (DocumentRow & { readonly cites: string | null })[]>
    /** Datasets that hold all the words in title, description, source, columns, keeper or places of rows; those called so first. */
    datasets(q: string, most: number): Promise<readonly DatasetFound[]>
  }
}
