/**
 * Tables every reader may see, which therefore carry no policy: policies blind the indexes of places and words.
 * Whatever is not here is protected; `test/contracts/wall.test.ts` lists a table that is neither. [STO-9]
 */
export const openTables = [
  'calendar_day',
  'migration',
  'organisation',
  'organisation_name',
  'organisation_succession',
  'place',
  'place_code',
  'place_outline',
  'place_succession',
  'region_member',
  'register_load',
] as const
