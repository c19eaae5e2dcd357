/**
 * A review from end to end by keys: j and k to the next task and the one before, x confirms, b discards, l saves, z undoes,
 * t adds, g goes to the button that gives out. Ctrl+Enter confirms while typing, Escape leaves the field.
 */
const PRESSED: Readonly<Record<string, string>> = {
  x: '.tk.open button[value="xac-nhan"]',
  b: '.tk.open button[value="bo"]',
  l: '.tk.open button[value="luu"]',
  z: '.flash button[value="hoan-tac"]',
  t: '.tasks .hd a.btn',
}

export function reviewKeys(): void {
  if (document.querySelector('.intake .tkl') === null) return
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.metaKey) return
    if (isTyping(event.target)) {
      if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
      if (event.key === 'Enter' && event.ctrlKey) press(event, '.tk.open button.btn--p')
      return
    }
    if (event.ctrlKey || event.shiftKey) return
    if (event.key === 'j' || event.key === 'k') press(event, next(event.key === 'j' ? 1 : -1))
    else if (event.key === 'g') document.querySelector<HTMLElement>('.sticky-act button[value="giao"]')?.focus()
    else press(event, PRESSED[event.key] ?? null)
  })
}

function press(event: KeyboardEvent, target: string | HTMLElement | null): void {
  const found = typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target
  if (found === null) return
  event.preventDefault()
  found.click()
}

/** The link of the task after the one that is open, or before it. */
function next(step: 1 | -1): HTMLElement | null {
  const items = [...document.querySelectorAll('.tkl > li')]
  const at = items.findIndex((item) => item.classList.contains('open'))
  return items[at < 0 ? (step === 1 ? 0 : items.length - 1) : at + step]?.querySelector<HTMLElement>('a.tkb') ?? null
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
