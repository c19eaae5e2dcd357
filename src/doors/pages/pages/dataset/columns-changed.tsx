import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { useSay } from '../../components/reader.tsx'

/** What columns came and went with a version; nothing where none did. [DAT-90] */
type Changed = NonNullable<DatasetView['versions'][number]['columns']>

export function ColumnsChanged({ changed }: { changed: Changed | null }) {
  const say = useSay()
  if (changed === null) return null
  const label = (name: string): string => changed.labels[name] ?? name
  const kinds = (['added', 'removed', 'retyped'] as const).filter((kind) => changed[kind].length > 0)
  return (
    <>
      {kinds.map((kind) => (
        <p key={kind} className="sm">
          {say(`versions.columns.${kind}`, { columns: changed[kind].map(label).join(', ') })}
        </p>
      ))}
      {changed.renamed.length === 0 ? null : (
        <p className="sm">
          {say('versions.columns.renamed', { columns: changed.renamed.map(({ before, after }) => `${before} → ${after}`).join(', ') })}
        </p>
      )}
    </>
  )
}
