// Runs every check, also after one has failed, two at a time, and closes with a plain line of counts.
//   npm run check                     all
//   npm run check -- types imports    those whose name holds one of the words
import { spawn } from 'node:child_process'
import { checks } from './checks.mjs'
import { findNode } from './find-node.mjs'

const words = process.argv.slice(2)
const wanted = words.length === 0 ? checks : checks.filter(({ name }) => words.some((word) => name.includes(word)))
if (wanted.length === 0) {
  console.error(`No check is named so. There are: ${checks.map(({ name }) => name).join(' · ')}`)
  process.exit(1)
}

const node = findNode()
const waiting = [...wanted]
let failed = 0

function runOne({ name, run }) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(node, run, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${name}`)
      if (code !== 0) {
        failed += 1
        console.log(output.trimEnd().replace(/^/gm, '    '))
      }
      resolve()
    })
  })
}

async function lane() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await runOne(next)
}

console.log(`Node ${process.versions.node} asks, ${node} runs`)
await Promise.all([lane(), lane()])
console.log(`${wanted.length - failed} passed, ${failed} failed, 0 skipped`)
process.exit(failed === 0 ? 0 : 1)
