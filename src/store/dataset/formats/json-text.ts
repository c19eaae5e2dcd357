import { createReadStream } from 'node:fs'
import { rests } from '../rests.ts'
import { Exact } from './records.ts'

/** A JSON as text, in whichever letters it is written, and as values, with numbers to their last figure. [DAT-64] */
export async function* decoded(path: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  const rest = rests()
  for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
    decoder ??= new TextDecoder(lettersOf(piece))
    yield decoder.decode(piece, { stream: true })
    if (rest.isDue()) await rest.take()
  }
  if (decoder !== null) yield decoder.decode()
}

/** UTF-16, as some programs of Windows write it, by its mark, or by the zero beside its first sign, which is a plain one in JSON. */
function lettersOf([first = 0, second = 0]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8'
}

export const unicode = (bytes: Uint8Array): string => new TextDecoder(lettersOf(bytes)).decode(bytes)

/** A number of more figures than a double holds may stand in it. Asked first: a reviver costs several times the parsing. */
const LONG = /\d[\d.]{15}|\de\+?\d{3}/i

/** One that the nearest double is not stays as it is written. [DAT-64] @throws SyntaxError */
export const parsedJson = (text: string): unknown =>
  LONG.test(text)
    ? JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
        typeof value === 'number' && context?.source !== undefined && isLonger(context.source, value) ? new Exact(context.source) : value,
      )
    : JSON.parse(text)

const figures = (text: string): string =>
  text
    .replace(/e.*$/i, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '')
const isLonger = (source: string, value: number): boolean => !Number.isFinite(value) || figures(source) !== figures(String(value))
