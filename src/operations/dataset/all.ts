import { importCancel } from './cancel-import.ts'
import { datasetCarry } from './carry-dataset.ts'
import { importCommit } from './commit-import.ts'
import { datasetDescribe } from './describe-dataset.ts'
import { datasetGet } from './get-dataset.ts'
import { importGet } from './get-import.ts'
import { importLeaveOut } from './leave-out.ts'
import { datasetChanges } from './list-changes.ts'
import { datasetList } from './list-datasets.ts'
import { datasetDifferences } from './list-differences.ts'
import { importList } from './list-imports.ts'
import { datasetRows } from './list-rows.ts'
import { importReread } from './reread-import.ts'
import { datasetRetain } from './retain-dataset.ts'
import { importStart } from './start-import.ts'
import { datasetSummary } from './summarise-rows.ts'
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
