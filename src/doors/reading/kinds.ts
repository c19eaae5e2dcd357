import { decode } from '../../base/encoding/encoding.ts'
import { readDocx } from './docx.ts'
import { packageOf, readPackage } from './edxml.ts'
import { textOfHtml } from './html.ts'
import { plain, type Read, Unreadable } from './read.ts'
import { xmlText } from './xml-walk.ts'
import { membersOf } from './zip-members.ts'

/** What a file is by its bytes, whatever its name says, and its text. [DOC-8] */
export async function readBytes(bytes: Buffer, inPackage = false): Promise<Read> {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, i) => bytes[i] === sign)
  if (begins(0x50, 0x4b)) return readZip(bytes, inPackage)
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdfOf(bytes)
  if (begins(0xd0, 0xcf, 0x11, 0xe0) || bytes.subarray(0, 5).toString('latin1') === '{\\rtf') throw new Unreadable('file-old-word')
  if (isPicture(bytes)) return { ...plain('', 'scan'), blankPages: [1] }
  if (isXml(bytes)) {
    if (inPackage) throw new Unreadable('file-kind-unknown')
    return readEdxml(xmlText(bytes))
  }
  return readText(bytes)
}

/** Loaded when a PDF comes. What breaks inside the library is the file's fault. */
async function readPdfOf(bytes: Buffer): Promise<Read> {
  const { readPdf } = await import('./pdf.ts')
  return readPdf(bytes).catch((error: unknown) => {
    throw error instanceof Unreadable || error instanceof RangeError ? error : new Unreadable('file-broken')
  })
}

export const isPicture = (bytes: Uint8Array): boolean =>
  [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x49, 0x49, 0x2a, 0],
    [0x4d, 0x4d, 0, 0x2a],
  ].some((signs) => signs.every((sign, i) => bytes[i] === sign))

/** A page of the web in its stricter dress begins as XML too. */
function isXml(bytes: Buffer): boolean {
  const head = xmlText(bytes.subarray(0, 2048)).trimStart()
  return (/^<\?xml/.test(head) && !/<html/i.test(head)) || /^<(?:\w+:)?edXML/i.test(head) || /^<!(?:DOCTYPE(?! html)|ENTITY)/i.test(head)
}

function readEdxml(xml: string): Promise<Read> {
  const parcel = packageOf(xml)
  if (parcel.attachments.length === 0 && parcel.header.number === null) throw new Unreadable('file-kind-unknown')
  return readPackage(parcel, (bytes) => readBytes(bytes, true))
}

async function readZip(bytes: Buffer, inPackage: boolean): Promise<Read> {
  const members = membersOf(bytes)
  if (members.names.includes('word/document.xml')) return readDocx(members)
  const parcel = members.names.find((name) => /\.(?:edxml|xml)$/i.test(name) && !name.includes('[Content_Types]'))
  if (inPackage || parcel === undefined) throw new Unreadable('file-kind-unknown')
  const xml = xmlText(members.open(parcel) ?? new Uint8Array())
  const found = packageOf(xml)
  // some gateways put the attachments beside the header and not into it
  const beside =
    found.attachments.length > 0
      ? found.attachments
      : members.names
          .filter((name) => name !== parcel && !name.endsWith('/'))
          .slice(0, 20)
          .map((name) => ({ name: name.split('/').at(-1) ?? name, bytes: members.open(name) ?? Buffer.alloc(0) }))
  return readPackage({ ...found, attachments: beside }, (one) => readBytes(one, true))
}

/** Of text, in bytes: more than any directive in any encoding, and refused before its encoding is sought. */
const MOST_TEXT = 8 * 1024 * 1024

function readText(bytes: Buffer): Read {
  if (bytes.length > MOST_TEXT) throw new Unreadable('text-too-long', { length: bytes.length, limit: MOST_TEXT })
  const decoded = decode(bytes)
  if (decoded === null) throw new Unreadable('text-not-readable')
  const text = decoded.text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  if (!isHtml(text)) return { ...plain(text, 'text'), legacy: decoded.legacy }
  return { ...plain(textOfHtml(text), 'html'), legacy: decoded.legacy }
}

/** More than a tag in running text: it begins as a page does, or most of its lines hold the tags of one. */
function isHtml(text: string): boolean {
  const head = text.slice(0, 4096)
  return (
    /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(head) ||
    (head.match(/<\/?(?:p|div|br|table|span|td)\b[^>]*>/gi) ?? []).length > 5
  )
}
