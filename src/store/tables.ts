// Made by scripts/generate-tables.ts from the migrations; not written by hand.
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { Named } from '../operations/task/ports.ts'
import type { TaskView } from '../operations/task/views.ts'

export interface AssignmentTable {
  id: GeneratedAlways<bigint>
  task_id: string
  organisation_id: string | null
  name: string
  role: string
  from_day: string
  to_day: string | null
  basis: string
}

export interface CitationTable {
  document_id: string
  position: number
  text: string
  start_at: number
  end_at: number
  number: string | null
  cited_on: string | null
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
}

export interface DueFactTable {
  id: GeneratedAlways<bigint>
  task_id: string
  day: string | null
  reason: string
  rule: string
  words: string | null
  recorded_at: string
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
}

export interface HistoryHeadTable {
  one: Generated<boolean>
  seq: bigint
  hash: string
}

export interface MigrationTable {
  number: number
  name: string
  sha256: string
  at: Generated<string>
}

export interface PersonalValueTable {
  id: Generated<string>
  salt: string | null
  value: string | null
  erased_at: string | null
  erased_basis: string | null
}

export interface SettingTable {
  name: string
  value: string
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
}

export interface TaskCodeTable {
  year: number
  last: number
}

export interface Tables {
  assignment: AssignmentTable
  citation: CitationTable
  document: DocumentTable
  due_fact: DueFactTable
  history: HistoryTable
  history_head: HistoryHeadTable
  migration: MigrationTable
  personal_value: PersonalValueTable
  setting: SettingTable
  task: TaskTable
  task_code: TaskCodeTable
}
