import type { Place } from './places.ts'
import type { Heir, Organisation } from './rows.ts'
import type { Gap } from './source.ts'

/** The People's Committee of each province, and of each district and commune of Đà Nẵng and Quảng Nam: derived from places. */
export function addLocalities(
  add: (it: Organisation) => Organisation,
  heirs: Heir[],
  places: readonly Place[],
  placeHeirs: readonly { from: string; to: string; at: string }[],
  gaps: Gap[],
): void {
  const ours = new Set(['p48-origin', 'p49-origin', 'p48-2025-07-01'])
  const parentOf = new Map(places.map((place) => [place.id, place.parent]))
  const wanted = places.filter(
    (place) =>
      place.level === 'province' ||
      (place.level === 'district' && ours.has(place.parent)) ||
      (place.level === 'commune' && ours.has(place.parent)),
  )
  const ids = new Map<string, string>()
  for (const place of wanted) {
    const id = `ubnd-${place.id}`
    ids.set(place.id, id)
    const provincial = place.level === 'province' ? place : places.find((one) => one.id === parentOf.get(place.id))
    const province = provincial?.fullName.replace(/^(Tỉnh|Thành phố) /, '') ?? ''
    const name = `UBND ${place.fullName.charAt(0).toLowerCase()}${place.fullName.slice(1)}`
    add({
      id,
      kind: 'locality',
      rank: place.level,
      of: province,
      name,
      abbreviation: 'UBND',
      from: place.from,
      to: place.to,
      basis: place.basis,
      certainty: 'derived',
    })
  }
  for (const { from, to, at } of placeHeirs) {
    const [before, next] = [ids.get(from), ids.get(to)]
    if (before === undefined || next === undefined) continue
    const district = from.startsWith('d')
    heirs.push({
      from: before,
      to: next,
      kind: district ? 'split' : 'merge',
      scope: district ? 'địa bàn' : '',
      at,
      basis: 'NQ 202/2025/QH15',
      certainty: district ? 'medium' : 'derived',
    })
  }
  gaps.push({ register: 'organisations', code: '', about: 'UBND cấp huyện, cấp xã ngoài Đà Nẵng và Quảng Nam', note: 'chưa lập' })
}
