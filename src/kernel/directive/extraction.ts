import type { Day } from '../period/day.ts'

/**
 * What a reading of a directive gives, in the form that `lienvung directive extract --json` prints.
 *
 * Every offset is a UTF-16 position in the text as it was handed in — before NFC, joining of lines or anything else —
 * so that a page can mark the words: `text.slice(start, end) === quote`. A pair is half-open, [start, end).
 */
export type Range = [start: number, end: number]

export const documentTypes = ['công văn', 'chỉ thị', 'kế hoạch', 'thông báo', 'quyết định', 'công điện', 'nghị quyết', 'văn bản'] as const
export type DocumentType = (typeof documentTypes)[number]

/** Of the directive itself, as its text states it; null for what it does not say. */
export type DirectiveIdentity = {
  readonly number: string | null
  readonly type: DocumentType | null
  readonly issuer: string | null
  readonly date: Day | null
}

export type Citation = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** As written, blanks removed; null for a law named by its year or day alone. */
  readonly number: string | null
  readonly date: Day | null
}

export type Due = {
  readonly kind: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'relative' | 'none'
  readonly text: string | null
  /** The day named, or the last day of the month, quarter, half or year named. «trước» is not subtracted here. */
  readonly date: Day | null
  readonly before: boolean
  readonly days?: number
  readonly months?: number
  /** The days are working days: «5 ngày làm việc». */
  readonly working?: boolean
}

export type Every = 'P1D' | 'P1W' | 'P2W' | 'P1M' | 'P3M' | 'P6M' | 'P1Y' | 'standing'
export type Period = { readonly text: string; readonly every: Every }

/** An id of docs/spec/directive.md. */
export type Rule = `DIR-${number}`
/** Which rules made a task: what is an order, and for each body, in the order of its list, which rule gave its name. [DIR-36] */
export type RulesOfTask = {
  readonly task: Rule
  readonly lead: Rule[]
  readonly coLead: Rule[]
  readonly coordinating: Rule[]
  readonly recipients: Rule[]
  /** null: nothing was read. */
  readonly due: Rule | null
  readonly every: Rule | null
}

/** A slip of the pen that was read as another word: shown, never silent. */
export type Correction = { readonly start: number; readonly end: number; readonly written: string; readonly read: string }

export type Task = {
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly lead: string[]
  readonly coLead: string[]
  readonly coordinating: string[]
  /** The work names an open class beside the bodies («các cơ quan, đơn vị liên quan»). */
  readonly openClass: boolean
  readonly due: Due
  readonly period: Period | null
  readonly recipients: string[]
  /** A short note (Vietnamese) where the text allows two readings, else null. */
  readonly unsure: string | null
  /** Why a person must look before assigning, in Vietnamese; null when nothing speaks against the reading. */
  readonly check: string | null
  readonly corrections: Correction[]
  readonly rules: RulesOfTask
  readonly spans: {
    readonly lead: Range[]
    readonly coordinating: Range[]
    readonly due: Range[]
    readonly period: Range[]
    readonly recipients: Range[]
  }
}

export type Extraction = {
  readonly identity: DirectiveIdentity
  readonly citations: Citation[]
  readonly tasks: Task[]
}

export const noDue: Due = { kind: 'none', text: null, date: null, before: false }
