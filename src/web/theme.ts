const YEAR_S = 31_536_000

/** Changes the theme at once; without script the same form loads the page again. */
export function theme(): void {
  const form = document.querySelector<HTMLFormElement>('form.theme')
  form?.addEventListener('submit', (event) => {
    const chosen = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
    if (chosen !== 'sang' && chosen !== 'toi') return
    event.preventDefault()
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in the browsers of offices
    document.cookie = `giao-dien=${chosen}; path=/; max-age=${YEAR_S}; samesite=lax`
    document.documentElement.dataset['theme'] = chosen
    form.querySelector<HTMLElement>(chosen === 'toi' ? '.theme-sang' : '.theme-toi')?.focus()
  })
}
