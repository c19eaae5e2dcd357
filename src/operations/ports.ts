import type { PersonalPorts } from './access/personal-ports.ts'
import type { EntrancePorts, PeoplePorts } from './access/ports.ts'
import type { BoardPorts } from './board/ports.ts'
import type { CalendarPorts, TermPorts } from './calendar/ports.ts'
import type { ImportPorts } from './dataset/import/ports.ts'
import type { DatasetPorts } from './dataset/ports.ts'
import type { MissPorts } from './directive/miss-ports.ts'
import type { DocumentPorts } from './document/ports.ts'
import type { FeedPorts } from './feed/ports.ts'
import type { FigureReportPorts } from './figure-report/ports.ts'
import type { FilePorts } from './file/ports.ts'
import type { HistoryPorts } from './history/ports.ts'
import type { MailPorts, NoticePorts } from './notice/ports.ts'
import type { OrganisationPorts } from './organisation/ports.ts'
import type { PlacePorts } from './place/ports.ts'
import type { ReceiptPorts } from './receipt/ports.ts'
import type { RegionPorts } from './region/ports.ts'
import type { SearchPorts } from './search/ports.ts'
import type { SuccessionPorts } from './succession/ports.ts'
import type { PublicTaskPorts } from './task/list-public-tasks.ts'
import type { TaskLifePorts, TaskPorts } from './task/ports.ts'

/** Everything a store can do for operations. Each operation names the two or three it needs. */
export type Ports = DocumentPorts &
  MissPorts &
  TaskPorts &
  TaskLifePorts &
  PublicTaskPorts &
  BoardPorts &
  FeedPorts &
  SearchPorts &
  NoticePorts &
  MailPorts &
  FilePorts &
  HistoryPorts &
  PlacePorts &
  OrganisationPorts &
  CalendarPorts &
  TermPorts &
  RegionPorts &
  SuccessionPorts &
  DatasetPorts &
  ImportPorts &
  FigureReportPorts &
  ReceiptPorts &
  PeoplePorts &
  PersonalPorts &
  EntrancePorts
