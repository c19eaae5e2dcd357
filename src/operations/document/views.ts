import { z } from 'zod'
import { taskView } from '../task/views.ts'
import { dayText, id, instantText } from '../values.ts'
import { readingView } from './reading.ts'

/** How a document is shown, through every door. */
export const citationView = z
  .strictObject({
    text: z.string(),
    start: z.int(),
    end: z.int(),
    number: z.string().nullable(),
    date: dayText.nullable(),
    document: id.nullable().meta({ description: 'the document of that number, issuer and day, when this node holds it' }),
  })
  .meta({ id: 'Citation' })

export const documentRow = z
  .strictObject({
    id,
    slug: z.string(),
    version: z.int(),
    title: z.string().meta({ description: 'type and number' }),
    type: z.string().nullable(),
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    signedOn: dayText.nullable(),
    abstract: z.string().nullable(),
    sample: z.boolean(),
    receivedAt: instantText,
    receivedBy: z.string().meta({ description: 'as he is called now; an id when the name was erased' }),
    counts: z.strictObject({ proposed: z.int(), confirmed: z.int(), discarded: z.int(), assigned: z.int() }),
  })
  .meta({ id: 'DocumentRow' })

export const documentView = z
  .strictObject({
    ...documentRow.shape,
    text: z.string(),
    source: z.enum(['pasted', 'file', 'sample']),
    fileName: z.string().nullable(),
    sha256: z.string().meta({ description: 'of the text' }),
    file: z.string().nullable().meta({ description: 'the sum of the file it came as, at /files/{sha256}; null: pasted' }),
    reading: readingView.nullable(),
    citations: z.array(citationView),
    tasks: z.array(taskView),
  })
  .meta({ id: 'Document' })

export type DocumentRow = z.infer<typeof documentRow>
export type DocumentView = z.infer<typeof documentView>
export type CitationView = z.infer<typeof citationView>
