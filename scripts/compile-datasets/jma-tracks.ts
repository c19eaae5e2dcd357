/**
 * The best tracks of the Regional Specialized Meteorological Center Tokyo, read from their columns of fixed width.
 *
 * A line that begins with 66666 opens a storm: its number, how many positions follow, its name. Each position: time in UTC (two
 * figures of the year), grade, tenths of a degree north and east, pressure, wind; «000» is no wind.
 *
 * @throws where a storm has not as many positions as its heading says
 * @source https://www.jma.go.jp/jma/jma-eng/jma-center/rsmc-hp-pub-eg/Besttracks/e_format_bst.html
 */
export type TrackPoint = {
  /** «1501»: the first of 2015. */
  readonly storm: string
  readonly name: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly grade: number
  /** Degrees WGS 84. */
  readonly longitude: number
  readonly latitude: number
  readonly pressure: number
  /** Knots, ten-minute mean; null: below 35, not given. */
  readonly wind: number | null
}

export function readTracks(text: string): readonly TrackPoint[] {
  const points: TrackPoint[] = []
  let storm = { number: '', name: '' }
  let awaited = 0
  for (const line of text.split('\n')) {
    if (line.startsWith('66666')) {
      if (awaited !== 0) throw new Error(`storm ${storm.number}: ${awaited} positions too few`)
      storm = { number: line.slice(6, 10).trim(), name: line.slice(30, 50).trim() }
      awaited = Number(line.slice(12, 15))
      continue
    }
    const time = /^\d{8}$/.exec(line.slice(0, 8))?.[0]
    if (time === undefined) continue
    awaited -= 1
    const wind = Number(line.slice(33, 36))
    points.push({
      storm: storm.number,
      name: storm.name,
      at: `20${time.slice(0, 2)}-${time.slice(2, 4)}-${time.slice(4, 6)}T${time.slice(6, 8)}:00:00Z`,
      grade: Number(line.slice(13, 14)),
      latitude: Number(line.slice(15, 18)) / 10,
      longitude: Number(line.slice(19, 23)) / 10,
      pressure: Number(line.slice(24, 28)),
      wind: wind === 0 ? null : wind,
    })
  }
  if (awaited !== 0) throw new Error(`storm ${storm.number}: ${awaited} positions too few`)
  return points
}

/** Of the storms that came near: within these degrees at least once, [west, south, east, north], all their points. */
export function nearTracks(
  points: readonly TrackPoint[],
  [west, south, east, north]: readonly [number, number, number, number],
): readonly TrackPoint[] {
  const near = new Set(
    points
      .filter(({ longitude, latitude }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north)
      .map(({ storm }) => storm),
  )
  return points.filter(({ storm }) => near.has(storm))
}

/** Grades as JMA numbers them. */
export const grades: Readonly<Record<number, string>> = {
  2: 'Áp thấp nhiệt đới',
  3: 'Bão nhiệt đới',
  4: 'Bão nhiệt đới mạnh',
  5: 'Bão rất mạnh (typhoon)',
  6: 'Xoáy thuận ngoại nhiệt đới',
  7: 'Vừa đi vào vùng theo dõi',
  9: 'Bão nhiệt đới trở lên',
}
