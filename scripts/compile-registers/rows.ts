/** The rows of the register of organisations, as they stand in its file. */
export type Organisation = {
  id: string
  kind: 'ministry' | 'internal' | 'locality'
  rank: string
  of: string
  name: string
  abbreviation: string
  from: string
  to: string
  basis: string
  certainty: string
}
export type Heir = { from: string; to: string; kind: string; scope: string; at: string; basis: string; certainty: string }
