import type { Since } from '../../operations/notice/ports.ts'

/** Part of a row of numbers, newest first. */
export type Slice = { readonly before: bigint | null; readonly after: Since | null; readonly limit: number }

/** After all. */
export const END = 9_223_372_036_854_775_807n
