/**
 * Writes what is documented from the lists themselves, so that neither can say more than the other:
 * docs/api/refusals.md, docs/api/operations.md, docs/settings.md.
 *   node --import tsx scripts/generate-api-pages.ts [--check]
 */
import { refusals } from '../src/base/refusals.ts'
import { fileDoors } from '../src/doors/rest/file-doors.ts'
import { settingRows } from '../src/main/settings.ts'
import { registry } from '../src/operations/registry.ts'
import { faults } from '../src/store/engine/faults.ts'
import { emit } from './emit.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')
const made = (from: string): string => `<!-- Made by scripts/generate-api-pages.ts from ${from}; not written by hand. -->\n`

await emit(
  'docs/api/refusals.md',
  `${made('src/base/refusals.ts and src/store/engine/faults.ts')}
# Refusals

An expected answer that is no: a permanent code, the HTTP status of the web doors, a sentence. Blanks in braces are filled from \`data\`.

${table(
  ['code', 'status', 'tiếng Việt', 'English'],
  Object.entries(refusals).map(([code, { status, vi, en }]) => [`\`${code}\``, String(status), vi, en]),
)}

# What keeps a node from starting

${table(
  ['code', 'tiếng Việt', 'English'],
  Object.entries(faults).map(([code, { vi, en }]) => [`\`${code}\``, vi, en]),
)}
`,
)

await emit(
  'docs/api/operations.md',
  `${made('src/operations/registry.ts and src/doors/rest/file-doors.ts')}
# Operations

What may be asked. REST is below \`/api/v1\`; \`task.list\` is \`lienvung task list\` on the command line. Shapes stand in [openapi.json](openapi.json).

${table(
  ['operation', 'REST', 'tiếng Việt', 'English'],
  registry.map((one) => [`\`${one.name}\``, `\`${one.rest.method} ${one.rest.path}\``, one.summary.vi, one.summary.en]),
)}

# Files

By REST only: the body is the file. An import from its file to its second version stands in [imports.md](imports.md). [DAT-105]

${table(
  ['address', 'REST', 'tiếng Việt', 'English'],
  fileDoors.map((one) => [`\`${one.name}\``, `\`${one.method} ${one.path}\``, one.summary.vi, one.summary.en]),
)}
`,
)

await emit(
  'docs/settings.md',
  `${made('src/main/settings.ts')}
# Settings

A flag of \`npm start --\`, else an environment variable, else what stands here.

${table(
  ['flag', 'environment', 'else', 'tiếng Việt', 'English'],
  settingRows.map((row) => [
    row.flag === null ? '' : `\`--${row.flag}\``,
    `\`${row.env}\``,
    row.value === '' ? '' : `\`${row.value}\``,
    row.vi,
    row.en,
  ]),
)}
`,
)
