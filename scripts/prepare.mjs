// Makes ready what start, test and check need, and says what it does. Plain JavaScript: any Node ≥ 20 runs it.
//   node scripts/prepare.mjs start|test|check
// Packages when node_modules is absent or older than the lock file; before start also the database image and the islands.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { findNode } from './find-node.mjs'

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`Cần Node 20 trở lên để cài đặt; máy này có ${process.versions.node}. / Node 20 or newer is needed to install.`)
  process.exit(1)
}

const marker = 'node_modules/.package-lock.json'
if (!existsSync(marker) || statSync('package-lock.json').mtimeMs > statSync(marker).mtimeMs) {
  console.log('Cài các gói cần thiết (npm ci); lần đầu mất khoảng một phút … / Installing packages (npm ci) …')
  run('npm', ['ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], process.platform === 'win32')
}

const node = findNode()
if (process.argv[2] === 'start' || process.argv[2] === 'test') run(node, ['--import', 'tsx', 'scripts/prepare-image.ts'])
if (existsSync('scripts/build-islands.mjs')) run(node, ['scripts/build-islands.mjs'])

function run(command, args, shell = false) {
  const done = spawnSync(command, args, { stdio: 'inherit', shell })
  if (done.status !== 0) {
    console.error(`Không chạy được: ${command} ${args.join(' ')}. Xem thông báo ở trên. / Failed; see above.`)
    process.exit(done.status ?? 1)
  }
}
