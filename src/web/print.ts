/** The button that prints is there only where it can: without script the browser's own menu does it. */
export function print(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-in]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
