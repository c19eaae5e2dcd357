import { documentAssign } from './assign-tasks.ts'
import { documentCorrect } from './correct-document.ts'
import { documentGet } from './get-document.ts'
import { documentList } from './list-documents.ts'
import { documentReceive } from './receive-document.ts'

export const documentOperations = [documentReceive, documentList, documentGet, documentCorrect, documentAssign] as const
