/**
 * The two archipelagos as Viet Nam describes where they lie. Of hundreds of islands and reefs an outline holds a few, so that a
 * point on another, or in the waters between, is known by these limits. [PLA-16]
 *
 * @source Hoàng Sa: 15°45′–17°15′ N, 111°–113° E; Trường Sa: 6°30′–12° N, 111°30′–117°20′ E, as the geographies of the districts
 *   of Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa) give them
 */
const archipelagos = [
  { name: 'Quần đảo Hoàng Sa', box: [111, 15.75, 113, 17.25] },
  { name: 'Quần đảo Trường Sa', box: [111.5, 6.5, 117 + 1 / 3, 12] },
] as const
export type Archipelago = (typeof archipelagos)[number]['name']

/** Degrees WGS 84; limits belong to it. @returns null: in neither */
export const archipelagoAt = (longitude: number, latitude: number): Archipelago | null =>
  archipelagos.find(
    ({ box: [west, south, east, north] }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  )?.name ?? null
