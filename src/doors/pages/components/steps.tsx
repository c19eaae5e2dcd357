import { useSay } from './reader.tsx'

const steps = ['receive', 'review', 'assign'] as const
export type Step = (typeof steps)[number]

/** How far a directive has come: taken in, being reviewed, given out. */
export function Steps({ at }: { at: Step | 'done' }) {
  const say = useSay()
  const now = at === 'done' ? steps.length : steps.indexOf(at)
  return (
    <ol className="steps" aria-label={say('steps.label')}>
      {steps.map((step, i) => (
        <li key={step} className={i < now ? 'done' : undefined} aria-current={i === now ? 'step' : undefined}>
          <span>{say(`steps.${step}`)}</span>
        </li>
      ))}
    </ol>
  )
}
