// Runs the tests under the project's own Node: node scripts/test.mjs [vitest arguments]
import { spawnSync } from 'node:child_process'
import { findNode } from './find-node.mjs'

const run = spawnSync(findNode(), ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test' },
})
process.exit(run.status ?? 1)
