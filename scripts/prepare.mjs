// Installs what is missing before start, test or check, and says what it does. Plain JavaScript: any Node ≥ 20 runs it.
//   node scripts/prepare.mjs start|test|check
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`Cần Node 20 trở lên để cài đặt; máy này có ${process.versions.node}. / Node 20 or newer is needed to install.`)
  process.exit(1)
}
const marker = 'node_modules/.package-lock.json'
const stale = !existsSync(marker) || statSync('package-lock.json').mtimeMs > statSync(marker).mtimeMs
if (stale) {
  console.log('Cài các gói cần thiết (npm ci), lần đầu mất khoảng một phút … / Installing packages (npm ci) …')
  const npm = spawnSync('npm', ['ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' })
  if (npm.status !== 0) {
    console.error('npm ci không chạy được; xem thông báo ở trên. / npm ci failed; see above.')
    process.exit(npm.status ?? 1)
  }
}
const { findNode } = await import('./find-node.mjs')
findNode()
