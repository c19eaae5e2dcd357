import { plain, type Read, type ReadNote, type StatedHeader, Unreadable } from './read.ts'
import { walkXml } from './xml-walk.ts'

/**
 * A package of the national document exchange: its header, and the letter among its attachments. [DOC-11]
 *
 * Every field is text: a number like 05 keeps its nought. The first attachment that can be read is the letter; those after
 * it follow it, each under its name, so that an annex with the tasks is read too.
 *
 * @source Quyết định 28/2018/QĐ-TTg; QCVN 102:2016/BTTTT
 */
export type Attachment = { readonly name: string; readonly bytes: Buffer }
export type Package = { readonly header: StatedHeader; readonly attachments: readonly Attachment[] }

const MOST_ATTACHMENTS = 20

export function packageOf(xml: string): Package {
  const said = new Map<string, string>()
  const attachments: { name: string; data: string }[] = []
  const path: string[] = []
  let attachment: { name: string; data: string } | null = null
  let pieces: string[] = []
  walkXml(xml, {
    open(name, attributes) {
      const local = localName(name)
      path.push(local)
      pieces = []
      if (local === 'Attachment') attachment = { name: attributes['name'] ?? attributes['fileName'] ?? '', data: '' }
    },
    text: (text) => pieces.push(text),
    close(name) {
      const local = localName(name)
      path.pop()
      const text = pieces.join('')
      pieces = []
      if (local === 'Attachment') {
        if (attachment !== null && attachment.data !== '' && attachments.length < MOST_ATTACHMENTS) attachments.push(attachment)
        attachment = null
      } else if (attachment !== null) {
        if (/^(?:AttachmentName|FileName|Description)$/.test(local) && attachment.name === '') attachment.name = text.trim()
        if (/^(?:ContentTransferEncoded|Content|AttachmentContent|Data)$/.test(local) && text.trim() !== '') attachment.data = text
      } else if (text.trim() !== '') {
        // the sender's name, not the receivers'
        const key = `${path.at(-1) ?? ''}/${local}`
        if (!said.has(key)) said.set(key, text.trim())
      }
    },
  })
  return {
    header: headerFrom(said),
    attachments: attachments.map(({ name, data }) => ({ name, bytes: Buffer.from(data.replace(/\s/g, ''), 'base64') })),
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function headerFrom(said: ReadonlyMap<string, string>): StatedHeader {
  const of = (...keys: readonly string[]): string | null => keys.map((key) => said.get(key)).find((one) => one !== undefined) ?? null
  const number = of('Code/CodeNumber', 'MessageHeader/CodeNumber')
  const notation = of('Code/CodeNotation', 'MessageHeader/CodeNotation')
  return {
    number: number === null ? null : notation === null ? number : `${number}/${notation.replace(/^\//, '')}`,
    issuer: of('From/OrganName', 'MessageHeader/OrganName'),
    date: of('PromulgationInfo/PromulgationDate', 'MessageHeader/PromulgationDate'),
    type: of('DocumentType/TypeName'),
    abstract: of('MessageHeader/Subject', 'Subject/Subject'),
  }
}

/** @param readOne how any other file is read; a package in a package is not opened */
export async function readPackage({ header, attachments }: Package, readOne: (bytes: Buffer) => Promise<Read>): Promise<Read> {
  if (attachments.length === 0) throw new Unreadable('file-broken')
  const notes: ReadNote[] = []
  const reads: { readonly name: string; readonly read: Read }[] = []
  for (const { name, bytes } of attachments) {
    const read = await readOne(bytes).catch((error: unknown) => {
      if (error instanceof Unreadable && error.code !== 'file-expands' && error.code !== 'file-entities') return null
      throw error
    })
    if (read === null || read.text.trim() === '') notes.push({ code: 'attachment-unread', data: { name } })
    else {
      reads.push({ name, read })
      if (attachments.length > 1) notes.push({ code: 'attachment-read', data: { name } })
    }
  }
  const text = reads.map(({ name, read }, i) => (i === 0 ? read.text : `\n[${name}]\n\n${read.text}`)).join('\n')
  return {
    ...plain(text, 'edxml'),
    legacy: reads.find(({ read }) => read.legacy !== null)?.read.legacy ?? null,
    notes,
    signatures: reads.flatMap(({ read }) => read.signatures),
    apart: reads.map(({ read }) => read.apart).join('\n'),
    header,
  }
}
