/** A form that was sent says so on its button and is not sent twice. */
export function quietSubmit(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset['sent'] === 'yes') {
      event.preventDefault()
      return
    }
    form.dataset['sent'] = 'yes'
    event.submitter?.setAttribute('aria-busy', 'true')
  })
  // A page kept by the browser comes back as it was left: let it be sent again.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset['sent']
    for (const busy of document.querySelectorAll('[aria-busy="true"][type="submit"]')) busy.removeAttribute('aria-busy')
  })
}
