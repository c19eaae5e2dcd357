import type { Refusal } from '../../../../../base/refusals.ts'
import type { TotalsWay } from '../../../../../kernel/dataset/sheet/totals.ts'
import type { DescribeTyped } from '../describe-fields.tsx'
import type { PlaceTyped } from './places-typed.ts'

/** What was typed of an import, in the order of its page. */
export type ImportTyped = {
  readonly columns: readonly {
    readonly name: string
    readonly type: string
    readonly form: string
    readonly unit: string
    readonly meaning: string
    /** Null: its form has no such field. */
    readonly measure: string | null
    readonly leftOut: boolean
  }[]
  readonly places: readonly PlaceTyped[]
  readonly crs: string
  readonly province: string
  readonly hasHead: '' | 'true' | 'false'
  readonly key: readonly string[]
  readonly bad: 'stop' | 'leave-out'
  readonly totals: TotalsWay
  readonly about: DescribeTyped
  readonly unknownBody: boolean
  readonly personal: boolean
  readonly validOn: string
  readonly note: string
}

/** What was refused, as it was typed, and the field it is about. */
export type ImportProblem = { readonly refusal: Refusal; readonly typed: ImportTyped | null; readonly field?: string }
