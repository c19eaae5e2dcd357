import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Language, type Refusal, sentence } from '../../base/refusals.ts'
import type { AnyOperation } from '../../operations/registry.ts'
import { argumentFault, both, surplus } from './argument-fault.ts'

/**
 * The command line, made from the registry: `task.list` is `lienvung task list`, its fields are its flags.
 * One word after the verb is the field `id`, or `q`. Lists are flags given several times. Answers are JSON on stdout;
 * refusals are a sentence on stderr and exit code 1; a command that is not understood ends with 2, in both languages.
 */
export type Terminal = { readonly out: (text: string) => void; readonly err: (text: string) => void }

/** `file`: where the field `text` is to be read from, named as one word after the verb. */
export type Asked = { readonly operation: AnyOperation; readonly fields: Readonly<Record<string, unknown>>; readonly file?: string }

/** Finds the operation and its fields; a sentence when the line is not understood. */
export function understand(operations: readonly AnyOperation[], argv: readonly string[]): Asked | { readonly fault: string } {
  const operation = operations.find((one) => one.name === `${argv[0]}.${argv[1]}`)
  if (operation === undefined) return { fault: noCommand(argv.slice(0, 2).join(' ')) }
  const properties = fieldsOf(operation)
  const options = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      { type: schema.type === 'boolean' ? ('boolean' as const) : ('string' as const), multiple: schema.type === 'array' },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(2),
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const { json: _json, ...fields } = values
    const wrong = Object.entries(fields).flatMap(([name, value]) => numberFault(name, properties[name]?.type, value))[0]
    return wrong === undefined ? withWord(operation, properties, fields, positionals) : { fault: wrong }
  } catch (error) {
    return { fault: argumentFault(error) }
  }
}

const noCommand = (typed: string): string =>
  both(
    `Không có lệnh «${typed}». Gõ «lienvung help» để xem các lệnh.`,
    `There is no command “${typed}”. “lienvung help” lists the commands.`,
  )

/** Said here, with the name as it was typed: further in a number is only what is not one. */
function numberFault(name: string, type: string | undefined, value: unknown): readonly string[] {
  const isNumber = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
  if ((type !== 'integer' && type !== 'number') || (isNumber && (type === 'number' || Number.isInteger(Number(value))))) return []
  const [vi, en] = type === 'integer' ? ['số nguyên', 'a whole number'] : ['số', 'a number']
  return [both(`«--${name}» cần ${vi}, không phải «${String(value)}».`, `“--${name}” needs ${en}, not “${String(value)}”.`)]
}

/** The one word that may stand without a flag. */
function withWord(
  operation: AnyOperation,
  properties: Readonly<Record<string, Field>>,
  fields: Readonly<Record<string, unknown>>,
  [word, ...more]: readonly string[],
): Asked | { readonly fault: string } {
  if (word === undefined) return { operation, fields }
  if (more[0] !== undefined) return { fault: surplus(more[0]) }
  if ('text' in properties) return { operation, fields, file: word }
  const name = ['id', 'q', 'day'].find((one) => one in properties)
  return name === undefined ? { fault: surplus(word) } : { operation, fields: { [name]: word, ...fields } }
}

/** @returns the exit code of a refusal */
export function refused(refusal: Refusal, language: Language, terminal: Pick<Terminal, 'err'>): number {
  terminal.err(`${sentence(refusal, language)} [${refusal.code}]`)
  return 1
}

/** The list of commands, a line each, from the registry and from what the main program adds; what it does itself stands once. */
export function help(operations: readonly AnyOperation[], others: readonly (readonly [string, string])[]): string {
  const own = new Set(others.map(([command]) => command.split(' ').slice(0, 2).join('.')))
  const asked = operations.filter(({ name }) => !own.has(name))
  const lines = asked.map((one): readonly [string, string] => [
    `${one.name.replace('.', ' ')} ${Object.keys(fieldsOf(one))
      .map((field) => `[--${field}]`)
      .join(' ')}`.trim(),
    `${one.summary.vi} / ${one.summary.en}`,
  ])
  return [...others, ...lines].map(([command, what]) => `  ${command}\n      ${what}`).join('\n')
}

/** What one command takes: each field, what it may be, and what it means. */
export function helpOf(operation: AnyOperation): string {
  const { properties = {}, required = [] } = z.toJSONSchema(operation.input, { io: 'input' })
  const lines = Object.entries(properties).map(([name, field]) => {
    const { enum: words, type, description = '' } = typeof field === 'object' ? field : {}
    const is = words === undefined ? (type === 'boolean' ? '' : ` ${String(type ?? 'text').toUpperCase()}`) : ` ${words.join('|')}`
    return `  --${name}${is}${required.includes(name) ? both(' (bắt buộc)', 'required').replace('\n', ' / ') : ''}${description === '' ? '' : `\n      ${description}`}`
  })
  return [`lienvung ${operation.name.replace('.', ' ')}`, `${operation.summary.vi} / ${operation.summary.en}`, '', ...lines].join('\n')
}

type Field = { readonly type?: string }
function fieldsOf(operation: AnyOperation): Readonly<Record<string, Field>> {
  const schema = z.toJSONSchema(operation.input, { io: 'input' })
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [
      name,
      typeof property === 'object' && 'type' in property ? { type: String(property.type) } : {},
    ]),
  )
}
