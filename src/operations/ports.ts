import type { DocumentPorts } from './document/ports.ts'
import type { HistoryPorts } from './history/ports.ts'
import type { TaskPorts } from './task/ports.ts'

/** Everything a store can do for operations. Each operation names the two or three it needs. */
export type Ports = DocumentPorts & TaskPorts & HistoryPorts
