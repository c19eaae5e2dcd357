/**
 * A form whose words are kept is sent only once the server answers: a page of the browser saying that there is no connection
 * would take the place of what was typed. Until then the form says so, and is sent again when asked.
 */
const LONGEST_MS = 8_000

/** @param told what is shown while there is no connection, with a button that asks again; @param sent when it goes */
export function sendWhenReached(form: HTMLFormElement, told: HTMLElement, sent: () => void): void {
  let isReached = false
  let submitter: HTMLElement | null = null
  const send = (): void => {
    reached().then(
      (answers) => {
        told.hidden = answers
        isReached = answers
        if (answers) form.requestSubmit(submitter)
        else told.querySelector('button')?.focus()
      },
      () => undefined,
    )
  }
  form.addEventListener('submit', (event) => {
    if (isReached) {
      isReached = false
      sent()
      return
    }
    event.preventDefault()
    submitter = event.submitter
    send()
  })
  told.querySelector('button')?.addEventListener('click', send)
}

/** Any answer is one, a refusal too. */
const reached = (): Promise<boolean> =>
  fetch(`${location.pathname}.json`, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(LONGEST_MS) }).then(
    () => true,
    () => false,
  )
