/**
 * Tables that anyone may read, and why. Every other table stands under row-level security with a policy; the guard in
 * test/contracts lists any that is neither. [STO-9]
 */
export const openTables: Readonly<Record<string, string>> = {
  place: 'public register',
  place_code: 'public register',
  place_succession: 'public register',
  place_outline: 'public register',
  organisation: 'public register',
  organisation_name: 'public register',
  organisation_succession: 'public register',
  organisation_holder: 'derived from the public register',
  succession_undo: 'public register: which successions no longer stand',
  region_member: 'public register',
  calendar_day: 'public register',
  term: 'sums of the public calendar',
  register_load: 'says which registers are loaded',
  migration: 'says which migrations ran',
}
