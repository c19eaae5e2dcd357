import type { Say } from '../../base/text/text.ts'
import { accuracyOf, type Crs, parseCrs } from '../../kernel/dataset/shape/crs.ts'

/** A system of coordinates in words: the datum, the zone and its meridian, which way round, and how sure the way to WGS 84 is. */
export function crsWords(name: string, say: Say): string {
  const crs = parseCrs(name)
  if (crs === null) return name
  const accuracy = accuracyOf(crs)
  return [
    systemWords(crs, say),
    ...(crs.swapped ? [say(crs.meridian === null ? 'import.crs.latitude-first' : 'import.crs.northing-first')] : []),
    ...(accuracy === 0 ? [] : [say('import.crs.accuracy', { n: accuracy })]),
  ].join(', ')
}

function systemWords({ datum, meridian, scale }: Crs, say: Say): string {
  const base = datum === 'vn2000' ? 'VN-2000' : 'WGS 84'
  if (meridian === null) return `${base}, ${say('import.crs.degrees')}`
  const degrees = `${Math.floor(meridian)}°${String(Math.round((meridian % 1) * 60)).padStart(2, '0')}′`
  return `${base}, ${say('import.crs.zone', { width: scale === 0.9999 ? 3 : 6, meridian: degrees })}`
}
