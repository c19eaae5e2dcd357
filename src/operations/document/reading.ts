import { z } from 'zod'
import { legacyEncodings } from '../../base/encoding/encoding.ts'

/** How a file was read, as it is kept with the document and travels through every door. [DOC-8] */
const readFormats = ['text', 'html', 'docx', 'pdf', 'edxml', 'scan'] as const

/** What a person is told beside the text, in the words of `reading.note.<code>`. */
const readNotes = [
  'pages-without-text',
  'no-text',
  'no-recogniser',
  'no-vietnamese',
  'recognised',
  'attachment-unread',
  'attachment-read',
  'header-differs',
] as const

const said = z.string().max(2_000).nullable()

export const readingView = z
  .strictObject({
    format: z.enum(readFormats),
    legacy: z.enum(legacyEncodings).nullable().meta({ description: 'the table its letters were written in; null: Unicode' }),
    notes: z
      .array(z.strictObject({ code: z.enum(readNotes), data: z.record(z.string(), z.union([z.string(), z.number()])).optional() }))
      .max(200),
    machine: z
      .array(z.tuple([z.int(), z.int()]))
      .max(1000)
      .meta({ description: 'where a machine recognised letters in a picture: [start, end) in the text' }),
    signatures: z
      .array(z.strictObject({ name: said, at: said, reason: said }))
      .max(50)
      .meta({ description: 'signature fields as they speak of themselves; nobody has verified them' }),
    header: z
      .strictObject({ number: said, issuer: said, date: said, type: said, abstract: said })
      .nullable()
      .meta({ description: 'what the header of an edXML package says; null: no package' }),
  })
  .meta({ id: 'DocumentReading' })

export type DocumentReading = z.infer<typeof readingView>
