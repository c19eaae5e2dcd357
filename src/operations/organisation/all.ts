import { organisationPredecessors, organisationSuccessors } from './follow-organisation.ts'
import { organisationGet } from './get-organisation.ts'
import { organisationList } from './list-organisations.ts'
import { organisationResolve } from './resolve-organisation.ts'

export const organisationOperations = [
  organisationResolve,
  organisationList,
  organisationGet,
  organisationSuccessors,
  organisationPredecessors,
] as const
