/**
 * A large file is sent in parts before its form: after a lost connection it goes on from where the server is, by itself, and
 * after a closed page when the same file is chosen again. Without script, or of a small file, the form is sent as it is. [DAT-42]
 */
const UPLOADS = '/api/v1/dataset-uploads'
/** A part takes between these: so that it tells how far it is on a slow line, and wastes nothing on a fast one. */
const SHORT_MS = 1000
const LONG_MS = 4000
const LEAST = 256 * 1024
const MOST = 16 * 1024 * 1024
const LONGEST_WAIT_MS = 30_000

export function upload(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-gui-phan]')
  const shown = form?.querySelector<HTMLElement>('[data-gui]')
  const input = form?.querySelector<HTMLInputElement>('input[type="file"]')
  if (form === null || !shown || !input) return
  let stop: AbortController | null = null
  shown.querySelector('[data-gui-dung]')?.addEventListener('click', () => stop?.abort())
  form.addEventListener('submit', (event) => {
    const file = input.files?.[0]
    if (file === undefined || input.disabled || file.size < Number(form.dataset['guiPhan'])) return
    event.preventDefault()
    if (stop !== null) return
    stop = new AbortController()
    shown.hidden = false
    const told = teller(shown, file.size)
    send(file, told, stop.signal)
      .then(
        (sha256) => {
          hidden(form, 'da-gui').value = sha256
          hidden(form, 'ten-tep').value = file.name
          // the file is there: the form takes its sum along instead
          input.disabled = true
          form.requestSubmit()
        },
        (error: unknown) => told.says(stop?.signal.aborted === true ? 'dung' : error instanceof Refused ? error.message : 'mat'),
      )
      .finally(() => {
        stop = null
      })
  })
  // a page the browser kept comes back as it was left
  addEventListener('pageshow', () => {
    input.disabled = false
  })
}

/** The server answered no; the message is its sentence. */
class Refused extends Error {}

type Told = { far(offset: number): void; says(what: string): void }

function teller(shown: HTMLElement, size: number): Told {
  const bar = shown.querySelector('progress')
  const far = shown.querySelector<HTMLElement>('[data-gui-xa]')
  const line = shown.querySelector<HTMLElement>('[data-gui-loi]')
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
  const mb = (bytes: number): string => format.format(bytes / 1e6)
  return {
    far(offset) {
      const n = Math.floor((offset / size) * 100)
      if (bar !== null) bar.value = n
      if (far !== null)
        far.textContent = (far.dataset['mau'] ?? '').replace('{n}', String(n)).replace('{sent}', mb(offset)).replace('{of}', mb(size))
    },
    says(what) {
      const text = line?.dataset[what] ?? what
      if (line !== null && line.textContent !== text) line.textContent = text
    },
  }
}

/** @returns the sum under which the server keeps it */
async function send(file: File, told: Told, signal: AbortSignal): Promise<string> {
  let place: string | null = null
  let part = LEAST * 4
  for (let failed = 0; ; ) {
    try {
      place ??= await begun(file, signal)
      let far = await farOf(place, signal)
      if (far === null) {
        localStorage.removeItem(keyOf(file))
        place = null
        continue
      }
      told.says('cho')
      while (far.sha256 === null) {
        told.far(far.offset)
        const from = performance.now()
        far = await sendPart(place, file, far.offset, part, signal)
        const took = performance.now() - from
        if (took < SHORT_MS) part = Math.min(MOST, part * 2)
        else if (took > LONG_MS) part = Math.max(LEAST, part / 2)
        failed = 0
      }
      told.far(file.size)
      localStorage.removeItem(keyOf(file))
      return far.sha256
    } catch (error) {
      if (signal.aborted || error instanceof Refused) throw error
      told.says('mat')
      failed += 1
      await until(Math.min(LONGEST_WAIT_MS, 500 * 2 ** failed), signal)
    }
  }
}

type Far = { readonly offset: number; readonly sha256: string | null }

const keyOf = (file: File): string => `gui-phan:${file.name}:${file.size}:${file.lastModified}`

async function begun(file: File, signal: AbortSignal): Promise<string> {
  const known = localStorage.getItem(keyOf(file))
  if (known?.startsWith(`${UPLOADS}/`) === true) return known
  const answer = await asked(`${UPLOADS}?name=${encodeURIComponent(file.name)}`, signal, {
    method: 'POST',
    headers: { 'upload-length': String(file.size) },
  })
  const place = answer.headers.get('location') ?? ''
  localStorage.setItem(keyOf(file), place)
  return place
}

/** @returns null: the server knows nothing of it any more */
async function farOf(place: string, signal: AbortSignal): Promise<Far | null> {
  const answer = await fetch(place, { cache: 'no-store', signal })
  return answer.status === 404 ? null : far(await accepted(answer))
}

async function sendPart(place: string, file: File, offset: number, part: number, signal: AbortSignal): Promise<Far> {
  const answer = await fetch(place, {
    method: 'PATCH',
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: file.slice(offset, offset + part),
    signal,
  })
  return answer.status === 409 ? far(answer) : far(await accepted(answer))
}

const far = (answer: Response): Far => ({
  offset: Number(answer.headers.get('upload-offset')),
  sha256: answer.headers.get('upload-sha256'),
})

const asked = async (address: string, signal: AbortSignal, given: RequestInit): Promise<Response> =>
  accepted(await fetch(address, { ...given, signal }))

/** A fault of the server is tried again, as a lost connection is; a refusal is not. */
async function accepted(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  if (answer.status >= 500 && answer.status !== 507) throw new Error(String(answer.status))
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string }
  throw new Refused(detail ?? String(answer.status))
}

/** Some time, or until the connection is said to be back. */
const until = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms)
    const now = (): void => {
      clearTimeout(timer)
      done()
    }
    addEventListener('online', now, { once: true })
    signal.addEventListener('abort', now, { once: true })
  })

function hidden(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.elements.namedItem(name)
  if (!(found instanceof HTMLInputElement)) throw new Error(name)
  return found
}
