/**
 * What is being typed in a review is kept in the browser until the server has it: through a reload, a lost connection, a
 * closed window. It is put back into its form, and says so; when the task was changed meanwhile it says that too.
 */
import { sendWhenReached } from './sending.ts'

type Draft = { readonly version: string; readonly fields: Readonly<Record<string, string>> }
const LEFT_OUT = new Set(['version', 'nhiem-vu', 'tu', 'den'])

export function drafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-nhap]')) keep(form)
}

function keep(form: HTMLFormElement): void {
  const key = `nhap:${location.pathname}:${form.dataset['nhap'] ?? ''}`
  // an act that was done says so in the address it leads to; what was typed for it has arrived
  const sent = sessionStorage.getItem('nhap-gui')
  if (new URLSearchParams(location.search).has('xong') && sent !== null) {
    localStorage.removeItem(sent)
    sessionStorage.removeItem('nhap-gui')
  }
  const version = field(form, 'version')?.value ?? ''
  // a refused form is shown as it was typed: it is newer than what was kept
  if (document.querySelector('.errsum') === null) putBack(form, read(key), version, key)
  form.addEventListener('input', () => localStorage.setItem(key, JSON.stringify({ version, fields: fieldsOf(form) })))
  const leaves = (): void => sessionStorage.setItem('nhap-gui', key)
  const unreached = form.querySelector<HTMLElement>('[data-nhap-mat]')
  if (unreached === null) form.addEventListener('submit', leaves)
  else sendWhenReached(form, unreached, leaves)
}

function putBack(form: HTMLFormElement, draft: Draft | null, version: string, key: string): void {
  if (draft === null) return
  const now = fieldsOf(form)
  const differing = Object.entries(draft.fields).filter(([name, value]) => name in now && now[name] !== value)
  if (differing.length === 0) {
    localStorage.removeItem(key)
    return
  }
  for (const [name, value] of differing) {
    const one = field(form, name)
    if (one instanceof HTMLInputElement && one.type === 'checkbox') one.checked = value === one.value
    else if (one !== null) one.value = value
  }
  const told = form.querySelector<HTMLElement>('[data-nhap-bao]')
  if (told === null) return
  told.hidden = false
  const isOlder = draft.version !== version
  told.querySelector('[data-nhap-moi]')?.toggleAttribute('hidden', isOlder)
  told.querySelector('[data-nhap-cu]')?.toggleAttribute('hidden', !isOlder)
  told.querySelector('[data-nhap-bo]')?.addEventListener('click', () => {
    localStorage.removeItem(key)
    form.reset()
    told.hidden = true
  })
}

function read(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'fields' in kept && 'version' in kept ? (kept as Draft) : null
  } catch {
    return null
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const field = (form: HTMLFormElement, name: string): Field | null => {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement || found instanceof HTMLSelectElement ? found : null
}

const fieldsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...form.elements].flatMap((one) => {
      const isField = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement
      if (!isField || one.name === '' || LEFT_OUT.has(one.name)) return []
      return [[one.name, one instanceof HTMLInputElement && one.type === 'checkbox' ? (one.checked ? one.value : '') : one.value]]
    }),
  )
