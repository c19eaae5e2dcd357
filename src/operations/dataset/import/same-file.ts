import type { Column } from '../../../kernel/dataset/cell/column.ts'
import { areReadAlike } from '../../../kernel/dataset/columns-changed.ts'
import type { TotalsWay } from '../../../kernel/dataset/sheet/totals.ts'
import type { Reading, TakenAs } from '../../../kernel/dataset/understanding/reading.ts'
import type { StoredDataset } from '../stored.ts'
import type { AskedReading } from './ports.ts'

type Taking = {
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly hasHead: boolean
  /** Null: nothing was asked of them. */
  readonly totals: TotalsWay | null
  readonly validOn: string | undefined
  readonly note: string | undefined
}

/** Whether it is the very file of the current version, taken as that one was: then it would make the same rows again. [DAT-43] */
export function isSameAgain(reading: Reading, asked: AskedReading | null, { current }: StoredDataset, taking: Taking): boolean {
  if (reading.same !== true || taking.note !== undefined) return false
  if (taking.validOn !== undefined && taking.validOn !== current.validOn) return false
  const { key, columns } = taking
  const isSameKey = key.length === current.key.length && key.every((name) => current.key.includes(name))
  return isSameKey && areReadAlike(current.columns, columns) && isTakenAs(reading.takenAs, reading, asked, taking)
}

/** Where the import that made the version is no longer there, what it was asked is not known: then it is asked once more. */
function isTakenAs(was: TakenAs | undefined, reading: Reading, asked: AskedReading | null, { totals, hasHead }: Taking): boolean {
  if (was === undefined) return asked?.part == null
  const isSameTotals = totals === null || was.totals === null || totals === was.totals
  return (
    isSameTotals &&
    hasHead === was.hasHead &&
    reading.part === was.part &&
    reading.encoding === was.encoding &&
    reading.delimiter === was.delimiter
  )
}
