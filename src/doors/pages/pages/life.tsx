import { DayText, Sentence } from '../components/reader.tsx'

/** From when to when something was so; null is not known at the beginning, and still so at the end. */
export const Life = ({ from, to }: { from: string | null; to: string | null }) => (
  <Sentence
    of={from === null ? (to === null ? 'life.known' : 'life.until') : to === null ? 'life.since' : 'life.between'}
    put={{ from: <DayText of={from ?? ''} />, to: <DayText of={to ?? ''} /> }}
  />
)

export interface Held {
  readonly from: string | null
  readonly to: string | null
}

export const heldOn = ({ from, to }: Held, on: string): boolean => (from === null || from <= on) && (to === null || on < to)
