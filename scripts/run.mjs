// Starts a TypeScript entry under the project's own Node (see prepare.mjs): node scripts/run.mjs FILE [args]
import { spawn } from 'node:child_process'
import { findNode } from './find-node.mjs'

const [entry, ...args] = process.argv.slice(2)
const child = spawn(findNode(), ['--import', 'tsx', entry, ...args], {
  stdio: 'inherit',
  // glibc gives each thread an arena of its own; with the database and the parsers in threads a large import kept 50 MB more
  env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
