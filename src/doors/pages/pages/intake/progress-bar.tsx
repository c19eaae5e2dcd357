import { useSay } from '../../components/reader.tsx'

/** How many of the tasks a person has looked at, as a bar and in words. */
export function ProgressBar(props: {
  readonly confirmed: number
  readonly waiting: number
  readonly discarded: number
  readonly assigned: number
  readonly total: number
}) {
  const say = useSay()
  const { total, waiting, discarded } = props
  if (total === 0) return null
  const kept = ((props.confirmed + props.assigned) / total) * 100
  const dropped = (discarded / total) * 100
  return (
    <div className="prog">
      <svg className="bar" width="100%" height="8" aria-hidden="true">
        <rect className="fill-rong" width="100%" height="8" rx="3" />
        <rect className="part-dung" width={`${kept}%`} height="8" rx="3" />
        <rect className="part-khong" x={`${kept}%`} width={`${dropped}%`} height="8" rx="3" />
      </svg>
      <p className="sm muted">{say('review.progress.short', { done: total - waiting, total })}</p>
    </div>
  )
}
