/** `/` goes to the search; Escape closes the navigation of narrow screens and gives the focus back. */
export function keys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '/' && !isTyping(event.target)) {
      const search = document.querySelector<HTMLInputElement>('#tim')
      if (search === null) return
      event.preventDefault()
      search.focus()
      search.select()
    }
    if (event.key === 'Escape' && location.hash === '#dieu-huong') {
      location.hash = '#noi-dung'
      document.querySelector<HTMLElement>('.menu-btn')?.focus()
    }
  })
  if (matchMedia('(max-width: 699px)').matches)
    for (const folded of document.querySelectorAll('details[data-gap="hep"]')) folded.removeAttribute('open')
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
