import { datasetDescribe } from './describe-dataset.ts'
import { datasetGet } from './get-dataset.ts'
import { importCancel } from './import/cancel-import.ts'
import { importCommit } from './import/commit-import.ts'
import { importGet } from './import/get-import.ts'
import { importLeaveOut } from './import/leave-out.ts'
import { importList } from './import/list-imports.ts'
import { importReread } from './import/reread-import.ts'
import { importStart } from './import/start-import.ts'
import { datasetList } from './list-datasets.ts'
import { datasetRetain } from './retain-dataset.ts'
import { datasetCarry } from './rows/carry-dataset.ts'
import { datasetChanges } from './rows/list-changes.ts'
import { datasetDifferences } from './rows/list-differences.ts'
import { datasetRows } from './rows/list-rows.ts'
import { datasetSummary } from './rows/summarise-rows.ts'
import { datasetThin } from './thin-datasets.ts'

export const datasetOperations = [
  datasetList,
  datasetGet,
  datasetRows,
  datasetDifferences,
  datasetChanges,
  datasetSummary,
  datasetCarry,
  datasetDescribe,
  datasetRetain,
  datasetThin,
  importStart,
  importList,
  importGet,
  importReread,
  importCommit,
  importLeaveOut,
  importCancel,
] as const
