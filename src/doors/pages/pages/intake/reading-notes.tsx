import { lettersIn } from '../../../../kernel/directive/directive.ts'
import type { DocumentView } from '../../../../operations/document/views.ts'
import { FILES } from '../../../rest/files.ts'
import { Notice } from '../../components/notice.tsx'
import { Sentence, useSay } from '../../components/reader.tsx'

/** Where a document came from; its file, to be taken along as it was received. [DOC-13] */
export function DocumentSource({ document }: { document: DocumentView }) {
  const say = useSay()
  if (document.source !== 'file') return <>{say(`document.source.${document.source}`)}</>
  const name = document.fileName ?? ''
  if (document.file === null) return <>{say('document.source.file', { name })}</>
  return (
    <Sentence
      of="document.source.file"
      put={{
        name: (
          <a href={`${FILES}/${document.file}`} download={name}>
            {name}
          </a>
        ),
      }}
    />
  )
}

/** What a person must know of how the file was read, before he trusts what stands beside it. */
export function ReadingNotes({ document }: { document: DocumentView }) {
  const say = useSay()
  const { notes = [], signatures = [] } = document.reading ?? {}
  const letters = lettersIn(document.text).length
  return (
    <>
      {letters < 2 ? null : <Notice kind="w">{say('reading.several-letters', { n: letters })}</Notice>}
      {notes
        .filter(({ code }) => code !== 'attachment-read')
        .map(({ code, data }) => (
          <Notice kind="w" key={`${code} ${Object.values(data ?? {}).join(' ')}`}>
            {say(`reading.note.${code}`, data ?? {})}
          </Notice>
        ))}
      {signatures.length === 0 ? null : (
        <Notice kind="i">
          {say('reading.signatures', { n: signatures.length })}
          <ul className="list md">
            {signatures.map(({ name, at, reason }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields of a file never change their order
              <li key={i}>{[name ?? say('reading.signature.unnamed'), at, reason].filter((one) => one !== null).join(' · ')}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
