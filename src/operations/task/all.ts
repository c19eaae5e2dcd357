import { taskActs } from './acts.ts'
import { taskAdd } from './add-task.ts'
import { taskChooseHeirs, taskHeirs } from './choose-heirs.ts'
import { taskConfirm } from './confirm-task.ts'
import { taskCorrect } from './correct-task.ts'
import { taskCounts } from './count-tasks.ts'
import { taskDiscard } from './discard-task.ts'
import { taskDivide } from './divide-task.ts'
import { taskExpand, taskMembers } from './expand-task.ts'
import { taskGet } from './get-task.ts'
import { taskJoin } from './join-tasks.ts'
import { taskEvents } from './list-events.ts'
import { publicTaskList } from './list-public-tasks.ts'
import { taskList } from './list-tasks.ts'
import { taskMove } from './move-in-order.ts'
import { taskPropose } from './propose-task.ts'
import { taskReassign } from './reassign-task.ts'
import { taskReopen } from './reopen-task.ts'
import { taskSetVisibility } from './set-visibility.ts'
import { taskSettle } from './settle-task.ts'
import { taskUndo } from './undo-task.ts'

export const taskOperations = [
  taskList,
  taskCounts,
  taskGet,
  taskEvents,
  taskPropose,
  taskAdd,
  taskCorrect,
  taskConfirm,
  taskDiscard,
  taskReopen,
  taskDivide,
  taskJoin,
  taskMove,
  taskUndo,
  taskMembers,
  taskExpand,
  taskSettle,
  taskHeirs,
  taskChooseHeirs,
  taskReassign,
  taskSetVisibility,
  publicTaskList,
  ...taskActs,
] as const
