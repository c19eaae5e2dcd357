/** npm run bench -- NAME: one bench by name. Each prints a table and, last, one line of JSON. */
const benches: Readonly<Record<string, () => Promise<{ readonly bench: () => Promise<void> }>>> = {
  start: () => import('./start.ts'),
  history: () => import('./history.ts'),
  registers: () => import('./registers.ts'),
  extract: () => import('./extract.ts'),
  board: () => import('./board.ts'),
  mixed: () => import('./mixed.ts'),
  cost: () => import('./cost.ts'),
  succession: () => import('./succession.ts'),
  calendar: () => import('./calendar.ts'),
  import: () => import('./import.ts'),
  table: () => import('./table.ts'),
  search: () => import('./search.ts'),
}

const name = process.argv[2] ?? ''
const load = benches[name]
if (load === undefined) {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exit(2)
}
await (await load()).bench()
