import { datasetCarry } from './carry-dataset.ts'
import { importCommit } from './commit-import.ts'
import { datasetDescribe } from './describe-dataset.ts'
import { datasetGet } from './get-dataset.ts'
import { importCancel } from './cancel-import.ts'
import { importGet } from './get-import.ts'
import { importLeaveOut } from './leave-out.ts'
import { importList } from './list-imports.ts'
import { importReread } from './reread-import.ts'
import { importStart } from './start-import.ts'
import { datasetList } from './list-datasets.ts'
import { datasetDifferences } from './list-differences.ts'
import { datasetRows } from './list-rows.ts'
import { datasetSummary } from './summarise-rows.ts'

export const datasetOperations = [
  datasetList,
  datasetGet,
  datasetRows,
  datasetDifferences,
  datasetSummary,
  datasetCarry,
  datasetDescribe,
  importStart,
  importList,
  importGet,
  importReread,
  importCommit,
  importLeaveOut,
  importCancel,
] as const
