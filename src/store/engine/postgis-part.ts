import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import type { Extension } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import { extract } from 'tar-stream'

/**
 * PostGIS as a node uses it: one library, its SQL, the projections. The package also carries raster, topology, the
 * geocoder and every upgrade script, 95 MB that PGlite unpacks and compiles at each start (measured: opening 2.8 s).
 * The part is unpacked once, into the cache, and laid into PGlite's file system as it is; the library is then compiled
 * by the first statement that needs it (opening 0.6 s, and that statement 0.6 s more).
 */
export const postgisPart: Extension = {
  ...postgis,
  async setup(pg, given) {
    const { bundlePath, emscriptenOpts, ...rest } = await postgis.setup(pg, given)
    if (bundlePath === undefined) throw new Error('the PostGIS package names no bundle')
    const files = await unpacked(bundlePath)
    const lay = (mod: { FS: FileSystem; WASM_PREFIX: string }): void => {
      for (const [name, file] of files) {
        const path = `${mod.WASM_PREFIX}/${name}`
        mod.FS.mkdirTree(dirname(path))
        mod.FS.writeFile(path, readFileSync(file), { canOwn: true })
      }
    }
    return { ...rest, emscriptenOpts: { ...emscriptenOpts, preRun: [...emscriptenOpts.preRun, lay] } }
  },
}

/** What is used of Emscripten's file system; `canOwn` spares a copy of the bytes. */
type FileSystem = {
  mkdirTree(path: string): void
  writeFile(path: string, data: Uint8Array, options: { readonly canOwn: boolean }): void
}

const CACHE = new URL('../../../.cache/', import.meta.url)
const USED =
  /^(lib\/postgresql\/postgis-3\.so|share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql)|share\/proj\/proj\.db)$/
/** How many files the pattern finds; another number is another package, and is not guessed about. */
const FILES = 4

type Files = readonly (readonly [name: string, file: URL])[]

/** @returns the files in use, unpacked; unpacks them when they are not there (a second) */
async function unpacked(bundle: URL): Promise<Files> {
  const { version }: { version: string } = JSON.parse(readFileSync(new URL('../package.json', bundle), 'utf8'))
  const folder = new URL(`postgis-${version}/`, CACHE)
  const list = new URL('files.json', folder)
  if (!existsSync(list)) await unpack(bundle, folder)
  const names: readonly string[] = JSON.parse(readFileSync(list, 'utf8'))
  return names.map((name) => [name, new URL(name, folder)])
}

async function unpack(bundle: URL, folder: URL): Promise<void> {
  const making = new URL(`${folder.href.slice(0, -1)}.${process.pid}/`)
  const names: string[] = []
  const write = (name: string, data: string | Buffer): void => {
    const file = new URL(name, making)
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, data)
  }
  const whole = extract()
  const read = pipeline(createReadStream(fileURLToPath(bundle)), createGunzip(), whole)
  try {
    for await (const entry of whole) {
      const { name } = entry.header
      if (USED.test(name)) {
        const body: Buffer[] = await Array.fromAsync(entry as AsyncIterable<Buffer>)
        write(name, Buffer.concat(body))
        names.push(name)
      } else entry.resume()
    }
    await read
    if (names.length !== FILES) throw new Error(`the PostGIS package holds ${names.length} of the ${FILES} files in use`)
    write('files.json', JSON.stringify(names))
    try {
      renameSync(making, folder)
    } catch (error) {
      // another process made the same meanwhile
      if (!existsSync(new URL('files.json', folder))) throw error
    }
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}
