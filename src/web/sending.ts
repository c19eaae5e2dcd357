/**
 * A form in which something was typed is sent only once the server answers: a page of the browser saying that there is no
 * connection would take the place of the words. Until then the form says so, and is sent again when asked. Where nothing was
 * typed nothing can be lost: a button does at once what it says.
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
    if (isReached || !isTyped(form)) {
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

/** Whether anything stands in it that the server did not send. */
const isTyped = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
    if (field instanceof HTMLSelectElement) return [...field.options].some((one) => one.selected !== one.defaultSelected)
    if (!(field instanceof HTMLInputElement)) return false
    return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
  })

/** Any answer is one, a refusal too. */
const reached = (): Promise<boolean> =>
  fetch('/health/live', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(LONGEST_MS) }).then(
    () => true,
    () => false,
  )
