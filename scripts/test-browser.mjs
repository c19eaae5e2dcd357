// Runs the pages in Chromium, under the project's own Node: node scripts/test-browser.mjs [vitest arguments]
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findNode } from './find-node.mjs'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
if (!places.some((path) => path !== undefined && existsSync(path))) {
  console.error(
    'Chưa có Chromium trên máy này: cài gói chromium của Debian, hoặc đặt biến CHROMIUM. / No Chromium: install it, or name one in CHROMIUM.',
  )
  process.exit(1)
}
const run = spawnSync(
  findNode(),
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.browser.config.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test' },
  },
)
process.exit(run.status ?? 1)
