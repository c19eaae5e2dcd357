import { successionCommit } from './commit-succession.ts'
import { successionDelete } from './delete-succession.ts'
import { successionKnown } from './known-case.ts'
import { successionGet, successionList } from './list-successions.ts'
import { successionCorrect, successionPlan } from './plan-succession.ts'
import { successionRehearse } from './rehearse-succession.ts'
import { successionRoute } from './route-task.ts'
import { successionUndo } from './undo-succession.ts'

export const successionOperations = [
  successionList,
  successionGet,
  successionRehearse,
  successionPlan,
  successionKnown,
  successionCorrect,
  successionRoute,
  successionCommit,
  successionUndo,
  successionDelete,
] as const
