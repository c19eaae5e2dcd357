// What `npm run check` runs, one row a check: its name and the script of ours or of a package, under the project's Node.
// A generated file is checked by its own generator with --check, which prints how to write it anew.
export const checks = [
  { name: 'format and lint', run: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.', '--colors=off', '--max-diagnostics=50'] },
  { name: 'types', run: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the islands', run: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/web/tsconfig.json'] },
  { name: 'promises and switches', run: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'] },
  { name: 'imports', run: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', 'layers.ts'] },
  { name: 'dead code', run: ['node_modules/knip/bin/knip.js'] },
  { name: 'generated: openapi.json', run: ['--import', 'tsx', 'scripts/generate-openapi.ts', '--check'] },
  { name: 'generated: pages of the API', run: ['--import', 'tsx', 'scripts/generate-api-pages.ts', '--check'] },
  { name: 'generated: tables.ts', run: ['--import', 'tsx', 'scripts/generate-tables.ts', '--check'] },
  { name: 'generated: compiled SQL', run: ['--import', 'tsx', 'scripts/generate-compiled.ts', '--check'] },
]
