import { Parser } from 'htmlparser2'
import { Unreadable } from './read.ts'

/**
 * XML as it comes, element by element. A declaration of a document type is refused before anything is read: no letter has
 * one, and entities that name each other grow without end. [DOC-9]
 */
export type XmlEvents = {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}
const DEEPEST = 400

export function walkXml(xml: string, events: XmlEvents): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Unreadable('file-entities')
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > DEEPEST) throw new Unreadable('file-expands')
        events.open(name, attributes)
      },
      ontext: (text) => events.text(text),
      onclosetag(name) {
        depth -= 1
        events.close(name)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

/** UTF-8, or UTF-16 by its mark: what XML of offices is written in. */
export function xmlText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
