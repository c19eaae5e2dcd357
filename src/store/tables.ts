// Made by scripts/generate-tables.ts from the migrations; not written by hand.
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { DocumentReading } from '../operations/document/reading.ts'
import type { Refusal } from '../base/refusals.ts'
import type { Column } from '../kernel/dataset/cell/column.ts'
import type { ColumnOut } from '../kernel/dataset/understanding/columns-out.ts'
import type { RulesOfTask } from '../kernel/directive/directive.ts'
import type { Reading } from '../kernel/dataset/understanding/reading.ts'
import type { AskedReading, BadRow, Choices, Loaded } from '../operations/dataset/import/ports.ts'
import type { Outcome, StoredPlan } from '../operations/succession/ports.ts'
import type { Named } from '../operations/task/ports.ts'
import type { TaskView } from '../operations/task/views.ts'

export interface AccountTable {
  person_id: string
  login_key: string | null
  login_id: string | null
  email_key: string | null
  email_id: string | null
  password: string | null
  password_at: string | null
}

export interface AccountProviderTable {
  issuer: string
  subject_key: string
  person_id: string
  at: string
}

export interface ApiTokenTable {
  id: Generated<string>
  sha256: string
  person_id: string
  name: string
  made_at: string
  seen_at: string | null
  expires_at: string
  revoked_at: string | null
}

export interface AssignmentTable {
  id: GeneratedAlways<bigint>
  task_id: string
  organisation_id: string | null
  name: string
  role: string
  from_day: string
  to_day: string | null
  basis: string
  of_place: string | null
}

export interface CalendarDayTable {
  day: string
  version: number
  kind: string
  reason: string
  certainty: string
  basis: string
  recorded_at: Generated<string>
}

export interface CalendarTokenTable {
  person_id: string
  sha256: string
  made_at: string
  seen_at: string | null
}

export interface CitationTable {
  document_id: string
  position: number
  text: string
  start_at: number
  end_at: number
  number: string | null
  cited_on: string | null
  search: string
}

export interface ClosedByLeadTable {
  lead_id: string | null
  lead_name: string
  class: string
  first: string
  n: bigint
}

export interface ClosedByMonthTable {
  month: string | null
  class: string
  first: string
  n: bigint
}

export interface DatasetTable {
  id: Generated<string>
  slug: string
  version: Generated<number>
  title: string
  description: string | null
  custodian: string | null
  basis: string | null
  access: Generated<string>
  licence: string | null
  attribution: string | null
  source: string | null
  cadence: string | null
  themes: Generated<string[]>
  contents: Generated<string[]>
  territory: string | null
  sample: Generated<boolean>
  current: Generated<number>
  search: string
  made_at: string
  made_by: string
  changed_at: string
  current_format: string | null
  keep_rule: Generated<string>
  keep_last: number | null
  keep_since: string | null
  keep_basis: string | null
  localities: Generated<string[]>
}

export interface DatasetImportTable {
  id: Generated<string>
  dataset_id: string | null
  file_sha256: string
  file_name: string
  file_size: bigint
  state: string
  reading: JSONColumnType<Reading | null, string | null | undefined, string | null>
  choices: JSONColumnType<Choices | null, string | null | undefined, string | null>
  store: string | null
  runner: string | null
  loaded: JSONColumnType<Loaded | null, string | null | undefined, string | null>
  rows_read: Generated<bigint>
  rows_bad: Generated<bigint>
  bytes_read: Generated<bigint>
  bad: JSONColumnType<readonly BadRow[]>
  bad_sha256: string | null
  result: number | null
  failure: JSONColumnType<Refusal | null, string | null | undefined, string | null>
  made_at: string
  made_by: string
  changed_at: string
  asked: JSONColumnType<AskedReading | null, string | null | undefined, string | null>
  tries: Generated<number>
}

export interface DatasetLeftOutTable {
  dataset_id: string
  store: string
  n: number
  row_id: bigint
}

export interface DatasetPlaceTable {
  dataset_id: string
  place_id: string
}

export interface DatasetVersionTable {
  dataset_id: string
  n: number
  store: string
  columns: JSONColumnType<readonly Column[]>
  key: string[]
  rows: bigint
  rows_added: bigint | null
  rows_changed: bigint | null
  rows_removed: bigint | null
  empty_cells: bigint
  bad_rows: bigint
  bad_sha256: string | null
  file_sha256: string
  file_name: string
  format: string
  encoding: string | null
  valid_on: string | null
  note: string | null
  recorded_at: string
  recorded_by: string
  corrects: Generated<number[]>
  thinned_at: string | null
  emptied_at: string | null
  cells: string[] | null
  file_more: Generated<string[]>
  rows_left_out: bigint | null
  columns_out: JSONColumnType<readonly ColumnOut[]>
}

export interface DigestTable {
  person_id: string
  on_day: string
  state: string
  event_id: bigint
  assignment_id: bigint
  tries: number
  at: string
  figure_event_id: Generated<bigint>
}

export interface DocumentTable {
  id: Generated<string>
  slug: string
  version: Generated<number>
  type: string | null
  number: string | null
  issuer: string | null
  signed_on: string | null
  abstract: string | null
  identity_key: string | null
  words_sha256: string
  text: string
  sha256: string
  source: string
  file_name: string | null
  sample: Generated<boolean>
  search: string
  received_at: string
  received_by: string
  file_sha256: string | null
  reading: JSONColumnType<DocumentReading | null, string | null | undefined, string | null>
}

export interface DueFactTable {
  id: GeneratedAlways<bigint>
  task_id: string
  day: string | null
  reason: string
  rule: string
  words: string | null
  recorded_at: string
  term_from: string | null
  term_days: number | null
}

export interface DutyTable {
  id: Generated<string>
  version: Generated<number>
  person_id: string
  role: string
  organisation_id: string
  from_day: string
  to_day: string | null
  deputy_for: string | null
  deputy_form: string | null
  basis: string
  recorded_at: string
}

export interface FigureReportTable {
  id: string
  no: GeneratedAlways<number>
  dataset_id: string
  version: number
  row_id: string | null
  column_name: string | null
  value_then: string | null
  words: string
  right_value: string | null
  person_id: string | null
  contact_id: string | null
  secret_sha256: string
  made_at: string
  state: Generated<string>
  answer: string | null
  corrected_by: number | null
  answered_by: string | null
  answered_at: string | null
}

export interface FigureReportEventTable {
  id: GeneratedAlways<bigint>
  report_id: string
  kind: string
  at: string
  actor: string | null
  words: string | null
}

export interface FileTable {
  sha256: string
  size: bigint
  media_type: string
  stored_at: string
  gone_at: string | null
}

export interface FilePutTable {
  sha256: string
  actor: string
  at: string
}

export interface HistoryTable {
  seq: bigint
  at: string
  actor: string
  on_behalf_of: string | null
  entity: string
  entity_id: string
  verb: string
  change: JSONColumnType<object>
  prev: string
  hash: string
  change_id: string | null
  rows_sha256: string | null
}

export interface HistoryHeadTable {
  one: Generated<boolean>
  seq: bigint
  hash: string
}

export interface HistoryOpenTable {
  change_id: string
}

export interface HistoryRowTable {
  change_id: string
  n: GeneratedAlways<bigint>
  record: string
  row_id: string
  before: JSONColumnType<object>
  after: JSONColumnType<object>
}

export interface MailChoiceTable {
  person_id: string
  digest: boolean
  language: string
}

export interface MigrationTable {
  number: number
  name: string
  sha256: string
  at: Generated<string>
}

export interface NoticeMarkTable {
  person_id: string
  event_id: bigint
  assignment_id: bigint
  at: string
  figure_event_id: Generated<bigint>
}

export interface OneTimeLinkTable {
  sha256: string
  kind: string
  person_id: string | null
  made_at: string
  expires_at: string
  used_at: string | null
}

export interface OrganisationTable {
  id: string
  kind: string
  rank: string
  of_place: string
  from_day: string | null
  to_day: string | null
  basis: string
  certainty: string
  origin: Generated<string>
  plan_id: string | null
}

export interface OrganisationHolderTable {
  organisation_id: string
  from_day: string | null
  to_day: string | null
  holder_id: string | null
}

export interface OrganisationNameTable {
  organisation_id: string
  name: string
  abbreviation: string
  from_day: string | null
  to_day: string | null
  folded: string
  plain: string
  folded_abbreviation: string
  sort_key: string
  origin: Generated<string>
}

export interface OrganisationSuccessionTable {
  from_id: string
  to_id: string | null
  kind: string
  scope: string
  at: string
  basis: string
  certainty: string
  id: GeneratedAlways<bigint>
  origin: Generated<string>
  plan_id: string | null
}

export interface PersonTable {
  id: string
  version: Generated<number>
  name_id: string
  sample: Generated<boolean>
  disabled_at: string | null
  recorded_at: string
}

export interface PersonalValueTable {
  id: Generated<string>
  salt: string | null
  value: string | null
  erased_at: string | null
  erased_basis: string | null
  hash: string | null
  person_id: string | null
  kind: Generated<string>
}

export interface PlaceTable {
  id: string
  code: string
  name: string
  full_name: string
  level: string
  parent_id: string | null
  from_day: string | null
  to_day: string | null
  basis: string
  certainty: string
  folded: string
  plain: string
  folded_full: string
  sort_key: string
}

export interface PlaceCodeTable {
  place_id: string
  code: string
  basis: string
}

export interface PlaceOutlineTable {
  place_id: string
  name: string
  kind: string
  geom: string
}

export interface PlaceSuccessionTable {
  from_id: string
  to_id: string
  kind: string
  partial: boolean
  weight: number | null
  at: string
  basis: string
  certainty: string
}

export interface ReceiptTable {
  actor: string
  key: string
  operation: string
  asked_sha256: string
  answer: JSONColumnType<object>
  at: string
}

export interface RegionMemberTable {
  region_id: string
  name: string
  province_code: string
  from_day: string | null
  to_day: string | null
  basis: string
  certainty: string
}

export interface RegisterLoadTable {
  one: Generated<boolean>
  sha256: string
}

export interface SecurityEventTable {
  id: GeneratedAlways<bigint>
  at: string
  kind: string
  person_id: string | null
  actor: string | null
  address: string | null
}

export interface SessionTable {
  id: Generated<string>
  sha256: string
  person_id: string
  agent: string
  made_at: string
  seen_at: string
  expires_at: string
  ended_at: string | null
}

export interface SettingTable {
  name: string
  value: string
}

export interface SuccessionPlanTable {
  id: Generated<string>
  version: Generated<number>
  state: string
  name: string
  basis: string
  effective_day: string
  parts: JSONColumnType<StoredPlan['parts']>
  known: boolean
  committed_version: number | null
  outcome: JSONColumnType<Outcome | null, string | null | undefined, string | null>
  created_by: string
  created_at: string
  changed_by: string
  changed_at: string
}

export interface SuccessionRouteTable {
  plan_id: string
  task_id: string
  organisation_id: string
  decided_by: string
  decided_at: string
}

export interface SuccessionUndoTable {
  plan_id: string
  on_day: string
  basis: string
}

export interface TaskTable {
  id: Generated<string>
  code: string | null
  version: Generated<number>
  document_id: string
  parent_id: string | null
  position: number
  origin: string
  state: string
  kind: string
  title: string
  quote: string
  start_at: number | null
  end_at: number | null
  spans: JSONColumnType<TaskView['spans']>
  corrections: JSONColumnType<TaskView['corrections']>
  named: JSONColumnType<Named>
  open_class: boolean
  every: string | null
  period_words: string | null
  look_at: string | null
  unsure: string | null
  due_day: string | null
  due_words: string | null
  due_key: GeneratedAlways<string>
  closed_on: string | null
  lead_name: string | null
  search: string
  assigner: string | null
  assigned_on: string | null
  recorded_at: string
  changed_by: string
  changed_at: string
  visibility: Generated<string>
  lead_id: string | null
  due_original: string | null
  percent: Generated<number>
  asked_day: string | null
  escalated: Generated<boolean>
  term_from: string | null
  term_days: number | null
  order_at: number | null
  rules: JSONColumnType<RulesOfTask | null, string | null | undefined, string | null>
}

export interface TaskCodeTable {
  year: number
  last: number
}

export interface TaskEventTable {
  id: GeneratedAlways<bigint>
  task_id: string
  version: number
  kind: string
  at: string
  on_day: string
  actor: string
  for_person: string | null
  for_form: string | null
  organisation_id: string | null
  organisation_name: string | null
  percent: number | null
  words: string | null
  reason: string | null
  day: string | null
  document: string | null
  under_id: bigint | null
}

export interface TaskEventFileTable {
  event_id: bigint
  position: number
  sha256: string
  name: string
}

export interface TaskWaitTable {
  task_id: string
  for: string
  from_day: string
  to_day: string | null
}

export interface TermTable {
  from_day: string
  days: number
  last_day: string
}

export interface Tables {
  account: AccountTable
  account_provider: AccountProviderTable
  api_token: ApiTokenTable
  assignment: AssignmentTable
  calendar_day: CalendarDayTable
  calendar_token: CalendarTokenTable
  citation: CitationTable
  closed_by_lead: ClosedByLeadTable
  closed_by_month: ClosedByMonthTable
  dataset: DatasetTable
  dataset_import: DatasetImportTable
  dataset_left_out: DatasetLeftOutTable
  dataset_place: DatasetPlaceTable
  dataset_version: DatasetVersionTable
  digest: DigestTable
  document: DocumentTable
  due_fact: DueFactTable
  duty: DutyTable
  figure_report: FigureReportTable
  figure_report_event: FigureReportEventTable
  file: FileTable
  file_put: FilePutTable
  history: HistoryTable
  history_head: HistoryHeadTable
  history_open: HistoryOpenTable
  history_row: HistoryRowTable
  mail_choice: MailChoiceTable
  migration: MigrationTable
  notice_mark: NoticeMarkTable
  one_time_link: OneTimeLinkTable
  organisation: OrganisationTable
  organisation_holder: OrganisationHolderTable
  organisation_name: OrganisationNameTable
  organisation_succession: OrganisationSuccessionTable
  person: PersonTable
  personal_value: PersonalValueTable
  place: PlaceTable
  place_code: PlaceCodeTable
  place_outline: PlaceOutlineTable
  place_succession: PlaceSuccessionTable
  receipt: ReceiptTable
  region_member: RegionMemberTable
  register_load: RegisterLoadTable
  security_event: SecurityEventTable
  session: SessionTable
  setting: SettingTable
  succession_plan: SuccessionPlanTable
  succession_route: SuccessionRouteTable
  succession_undo: SuccessionUndoTable
  task: TaskTable
  task_code: TaskCodeTable
  task_event: TaskEventTable
  task_event_file: TaskEventFileTable
  task_wait: TaskWaitTable
  term: TermTable
}
