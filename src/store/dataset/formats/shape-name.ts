import type { Column } from '../../../kernel/dataset/cell/column.ts'
import type { Source } from './source.ts'

/** Shapes that a format has no name for are those of the version before, under its heading. [DAT-26] */
export function withShapeOf(source: Source, before: readonly Column[]): Source {
  const [known, ...others] = before.filter(({ type }) => type === 'geometry')
  if (source.shape === undefined || known === undefined || others.length > 0 || source.head.includes(known.label)) return source
  return { ...source, head: source.head.map((label, i) => (i === source.shape ? known.label : label)) }
}
