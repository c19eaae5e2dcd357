import type { Say } from '../../base/text/text.ts'
import { accuracyOf, type Crs, isWeb, parseCrs } from '../../kernel/dataset/shape/crs.ts'

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

function systemWords(crs: Crs, say: Say): string {
  const { datum, meridian, scale } = crs
  const base = datum === 'vn2000' ? 'VN-2000' : 'WGS 84'
  if (meridian === null) return `${base}, ${say('import.crs.degrees')}`
  if (isWeb(crs)) return `${base}, ${say('import.crs.web')}`
  const degrees = `${Math.floor(meridian)}°${String(Math.round((meridian % 1) * 60)).padStart(2, '0')}′`
  return `${base}, ${say('import.crs.zone', { width: scale === 0.9999 ? 3 : 6, meridian: degrees })}`
}
