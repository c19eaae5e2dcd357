import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Context, Hono } from 'hono'
import type { AssetLinks } from './components/shell.tsx'

/**
 * The style sheet, the fonts, the logo and the script: read once at start and served from memory under `/assets`.
 * An address that carries a digest never changes its meaning and may be kept for a year.
 */
const here = new URL('./assets/', import.meta.url)
const FOREVER = 'public, max-age=31536000, immutable'

/** The order is the cascade. `dark.css` is written once and takes effect twice, by choice and by the machine's setting, and never on paper. */
const sheets = [
  'fonts',
  'tokens',
  'dark',
  'base',
  'shell',
  'blocks',
  'controls',
  'status',
  'table',
  'marks',
  'intake',
  'register',
  'dataset',
  'map',
  'calendar',
  'sheet',
  'print',
] as const

/** The script for people who have it: built by `scripts/build-islands.mjs`; pages are complete without. */
const islands = new URL('../../../.cache/islands/', import.meta.url)
const built = new URL('pages.js', islands)

export interface Assets {
  readonly links: AssetLinks
  readonly door: Hono
}

export function loadAssets(): Assets {
  const css = sheets.map((name) => styles(name)).join('\n')
  const cssName = `lienvung.${digest(css)}.css`
  const script = existsSync(built) ? readFileSync(built) : null
  const scriptName = script === null ? null : `pages.${digest(script)}.js`
  const fonts = new Map(
    readdirSync(new URL('fonts/', here)).map((name) => [name, new Uint8Array(readFileSync(new URL(`fonts/${name}`, here)))] as const),
  )
  const logo = readFileSync(new URL('logo.svg', here), 'utf8')

  const door = new Hono()
  const send = (type: string, body: string | Uint8Array<ArrayBuffer>, cache = FOREVER): Response =>
    new Response(body, { headers: { 'content-type': type, 'cache-control': cache, 'x-content-type-options': 'nosniff' } })
  door.get(`/assets/${cssName}`, () => send('text/css; charset=utf-8', css))
  if (script !== null && scriptName !== null)
    door.get(`/assets/${scriptName}`, () => send('text/javascript; charset=utf-8', new Uint8Array(script)))
  for (const name of script === null ? [] : readdirSync(islands))
    if (name !== 'pages.js' && name.endsWith('.js')) door.get(`/assets/${name}`, later(name))
  door.get('/assets/logo.svg', () => send('image/svg+xml', logo, 'public, max-age=86400'))
  door.get('/assets/fonts/:name', (c) => {
    const font = fonts.get(c.req.param('name'))
    if (font === undefined) return c.notFound()
    return c.req.param('name').endsWith('.txt') ? send('text/plain; charset=utf-8', font) : send('font/woff2', font)
  })
  return {
    door,
    links: {
      css: `/assets/${cssName}`,
      script: scriptName === null ? null : `/assets/${scriptName}`,
      fonts: ['/assets/fonts/be-vietnam-pro-vietnamese-400.woff2', '/assets/fonts/be-vietnam-pro-latin-400-tnum.woff2'],
    },
  }
}

/** A part of the script that is fetched when it is needed: the map, in a thousand kilobytes, and so sent packed. */
function later(name: string): (c: Context) => Response {
  const plain = new Uint8Array(readFileSync(new URL(name, islands)))
  const packed = new Uint8Array(gzipSync(plain))
  // a name with a digest of what it holds never changes its meaning; the worker has none
  const cache = /-[\w-]{8}\.js$/.test(name) ? FOREVER : 'public, max-age=3600'
  return (c) => {
    const isPacked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    return new Response(isPacked ? packed : plain, {
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': cache,
        vary: 'accept-encoding',
        'x-content-type-options': 'nosniff',
        ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
      },
    })
  }
}

const DARK = ":root[data-theme='toi']"

function styles(name: (typeof sheets)[number]): string {
  const text = readFileSync(new URL(`css/${name}.css`, here), 'utf8')
  if (name !== 'dark') return text
  const bySetting = text.replaceAll(DARK, ":root:not([data-theme='sang'])")
  return `@media screen and (prefers-color-scheme: dark) {\n${bySetting}\n}\n@media screen {\n${text}\n}`
}

const digest = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex').slice(0, 12)
