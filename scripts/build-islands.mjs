// Bundles the script of the pages (src/web) into .cache/islands when it is older than its sources. Plain JavaScript.
import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { build } from 'vite'

const sources = 'src/web'
const out = '.cache/islands'
const newest = Math.max(
  ...readdirSync(sources).map((name) => statSync(`${sources}/${name}`).mtimeMs),
  statSync('scripts/build-islands.mjs').mtimeMs,
)
const built = statSync(`${out}/pages.js`, { throwIfNoEntry: false })

if (built === undefined || built.mtimeMs < newest) {
  mkdirSync(out, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome109',
      modulePreload: false,
      lib: { entry: `${sources}/pages.ts`, formats: ['es'], fileName: () => 'pages.js' },
    },
  })
  // the map's own worker, from our own address: no other may run
  copyFileSync('node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs', `${out}/map-worker.js`)
}
