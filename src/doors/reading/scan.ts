import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPicture } from './kinds.ts'
import type { Read, ReadNote } from './read.ts'

/**
 * Letters in pictures, by Tesseract where it is installed; pages of a PDF become pictures by pdftoppm of Poppler. Both are
 * programs of the machine, found on its path. Without them the file is kept, and a sentence says so. [DOC-12]
 *
 * What was recognised is marked as such: a machine's reading of a picture is no text of the office.
 */
const LONGEST_MS = 120_000
/** A scanned letter is read; a scanned book is not. */
const MOST_PAGES = 30
const DPI = '200'

export async function recognise(bytes: Uint8Array, read: Read): Promise<Read> {
  const pages = read.blankPages.slice(0, MOST_PAGES)
  const missed = (code: ReadNote['code']): Read => ({ ...read, notes: [...read.notes, noteOf(read, code)] })
  const languages = await run('tesseract', ['--list-langs'])
  if (languages === null) return missed('no-recogniser')
  if (!/^vie$/m.test(languages)) return missed('no-vietnamese')
  const folder = await mkdtemp(join(tmpdir(), 'lienvung-scan-'))
  try {
    const texts: string[] = []
    for (const picture of await picturesOf(bytes, pages, folder)) {
      const text = await run('tesseract', [picture, 'stdout', '-l', 'vie'])
      if (text !== null && text.trim() !== '') texts.push(joinedLines(text.replaceAll('\f', '').trim().normalize('NFC')))
    }
    if (texts.length === 0) return missed('no-text')
    const before = read.text === '' ? '' : `${read.text}\n\n`
    const text = before + texts.join('\n\n')
    return {
      ...read,
      text,
      format: read.text === '' ? 'scan' : read.format,
      machine: [...read.machine, [before.length, text.length]],
      notes: [...read.notes, { code: 'recognised', data: { pages: texts.length } }],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Of a letter with a text, what is said is how many of its pages hold none. */
const noteOf = (read: Read, code: ReadNote['code']): ReadNote =>
  read.text === '' ? { code } : { code: 'pages-without-text', data: { pages: read.blankPages.length } }

async function picturesOf(bytes: Uint8Array, pages: readonly number[], folder: string): Promise<readonly string[]> {
  const file = join(folder, 'tep')
  await writeFile(file, bytes)
  if (isPicture(bytes)) return [file]
  for (const page of pages)
    await run('pdftoppm', [
      '-r',
      DPI,
      '-gray',
      '-png',
      '-f',
      String(page),
      '-l',
      String(page),
      file,
      join(folder, `trang-${String(page).padStart(4, '0')}`),
    ])
  return (await readdir(folder))
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => join(folder, name))
}

/** Lines that the width of the page broke are one again; where a line ends is told by its letters, since a picture has no margins here. */
export function joinedLines(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b)
  const full = (lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0) * 0.75
  let whole = ''
  let last = ''
  for (const line of lines) {
    const isNew =
      last.length < full ||
      /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[-+*•–])\s/iu.test(line) ||
      /^(?:kính gửi|căn cứ|nơi nhận)/iu.test(line) ||
      (/[.;:!?…]$/u.test(last) && /^[\p{Lu}“"]/u.test(line))
    whole += last === '' ? line : isNew ? `\n${line}` : ` ${line}`
    last = line
  }
  return whole
}

/** @returns what it wrote; null: it is not there, failed, or took too long */
function run(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    // not the limit of spawn: of a program that is not there its clock runs on, and holds the process up
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.resume()
    const end = (answer: string | null): void => {
      clearTimeout(late)
      done(answer)
    }
    child.on('error', () => end(null))
    child.on('close', (code) => end(code === 0 ? Buffer.concat(said).toString('utf8') : null))
  })
}
