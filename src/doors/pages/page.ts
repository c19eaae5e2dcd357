import type { ReactNode } from 'react'
import type { Language, Refusal } from '../../base/refusals.ts'
import type { Result } from '../../base/result.ts'
import type { Say } from '../../base/text/text.ts'
import type { Files } from '../../operations/file/ports.ts'
import type { Context, Operation } from '../../operations/operation.ts'
import type { Ports } from '../../operations/ports.ts'
import type { Entrance, From } from '../sign-in/identity.ts'
import type { IconName } from './components/icon-shapes.tsx'

/**
 * What a page is: an address, a question it answers and, where people act, what it takes. Pages hold no rule and no SQL;
 * they ask operations and phrase the answers. Each works without script and answers as JSON too.
 */
export interface Page {
  /** Below the origin; `:name` is one segment. */
  readonly path: string
  get(asked: Asked): Promise<Answer>
  /** Acts on a form of this page; answers with a redirect, or with the page and what was wrong. */
  post?(asked: Asked, form: Form): Promise<Answer>
}

export type Theme = 'sang' | 'toi' | null

export interface Asked {
  readonly say: Say
  readonly language: Language
  readonly theme: Theme
  readonly context: Context
  readonly locality: string
  readonly version: string
  /** True on a node for trying out, whose people are samples. */
  readonly demo: boolean
  /** Unread notices, for the bell of the shell; null: nobody to tell, or not asked. */
  readonly unread: number | null
  /** Whether letters go out, or are only written to a folder. */
  readonly letters: 'sent' | 'kept'
  readonly entrance: Entrance
  readonly from: From
  /** As it was sent: for the few pages of the entrance that read a cookie. */
  readonly request: Request
  /** Without `.json`. */
  readonly path: string
  readonly query: URLSearchParams
  param(name: string): string
  readonly files: Files
  ask<Input, Output>(operation: Operation<Input, Output, Ports>, input: unknown): Promise<Result<Output, Refusal>>
  /** A command that a double click does once. @param key from a field of the form, made when it was shown */
  act<Input, Output>(key: string, operation: Operation<Input, Output, Ports>, input: unknown): Promise<Result<Output, Refusal>>
}

/** A form as it was typed. Nothing is trusted; operations parse it. */
export interface Form {
  text(name: string): string
  all(name: string): readonly string[]
  /** Of all fields, in the order they came. */
  readonly names: readonly string[]
  /** Fields with which a file was chosen, kept or not. */
  readonly files: readonly string[]
  file(name: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>
  /** Files of evidence, kept already. */
  readonly kept: readonly KeptFile[]
  /** The first file that was refused, and why; null: none. */
  readonly refused: Refusal | null
}

export type KeptFile = { readonly sha256: string; readonly name: string }

export type Crumb = { readonly label: string; readonly href?: string }

/** A page to show: its head is drawn by the shell, so that every page has the same one. */
export interface View {
  readonly kind: 'view'
  readonly status?: number
  /** In the tab of the browser; the heading when absent. */
  readonly title?: string
  readonly heading: string
  readonly crumbs?: readonly Crumb[]
  /** One sentence, with the date the figures are of. */
  readonly lede?: ReactNode
  /** Buttons and links that act on the whole page. */
  readonly actions?: ReactNode
  readonly body: ReactNode
  /** What the JSON form of the page says: the operation's output. */
  readonly data?: unknown
  /** True when anything shown belongs to the sample. */
  readonly sample?: boolean
  /** The number of an accident, when this page tells of one. */
  readonly accident?: string
  /** Seconds after which the page is asked for again, while the node is at work on what it shows. */
  readonly lookAgain?: number
  /** A class on `main`, for pages with a layout of their own. */
  readonly layout?: 'intake'
}

export type Redirect = { readonly kind: 'redirect'; readonly to: string; readonly cookies: readonly string[] }
export type Refused = { readonly kind: 'refused'; readonly refusal: Refusal }
/** A file to take along, made as it is read; what fails in the middle breaks the connection. */
export interface Download {
  readonly kind: 'download'
  /** Of the file, in plain letters. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: AsyncIterable<Uint8Array>
}
/** What programs read at this address and nowhere else: shown as it is, not taken along. */
export interface Document {
  readonly kind: 'document'
  /** 200, when absent. */
  readonly status?: number
  readonly mediaType: string
  readonly text: string
}
export type Answer = View | Redirect | Refused | Download | Document

export const view = (it: Omit<View, 'kind'>): View => ({ kind: 'view', ...it })
/** @param cookies as they are set, of the entrance alone */
export const redirect = (to: string, cookies: readonly string[] = []): Redirect => ({ kind: 'redirect', to, cookies })
export const download = (it: Omit<Download, 'kind'>): Download => ({ kind: 'download', ...it })
export const document = (it: Omit<Document, 'kind'>): Document => ({ kind: 'document', ...it })
export const refused = (refusal: Refusal): Refused => ({ kind: 'refused', refusal })

/** A place in the side navigation. Only pages that exist are listed. */
export type NavItem = { readonly href: string; readonly icon: IconName; readonly label: string }
