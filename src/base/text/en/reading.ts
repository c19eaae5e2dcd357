import type { reading as vi } from '../vi/reading.ts'

export const reading: Readonly<Record<keyof typeof vi, string>> = {
  'reading.note.no-text': 'No letters were recognised in the picture. The file is kept; add its tasks by hand.',
  'reading.note.no-recogniser':
    'The file has no text layer (a scan, or letters drawn as curves), and Tesseract is not installed on the server. The file is kept; add its tasks by hand.',
  'reading.note.no-vietnamese':
    'The file has no text layer, and Tesseract on the server has no Vietnamese (vie). The file is kept; add its tasks by hand.',
  'reading.note.recognised':
    'The letters of {pages} {pages|page|pages} were recognised by a machine and may be wrong. Hold them against the original before confirming.',
  'reading.note.pages-without-text':
    '{pages} {pages|page has|pages have} no text layer and {pages|was|were} not read. Look at them in the original.',
  'reading.note.attachment-read': 'The attachment “{name}” was read.',
  'reading.note.attachment-unread': 'The attachment “{name}” of the package cannot be read. The package is kept.',
  'reading.note.header-differs': 'The header of the package says “{stated}”, the letter says “{read}”. The letter is followed.',
  'reading.signatures': 'The file has {n} signature {n|field|fields}, told here as the file tells of itself. No signature was verified.',
  'reading.signature.unnamed': 'No name of a signer',
  'reading.machine': 'recognised by a machine from a picture',
  'reading.several-letters':
    'This text has {n} letterheads (motto, number and day): it may be {n} letters in one file. What is said above is of the first.',
}
