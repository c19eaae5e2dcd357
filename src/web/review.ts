/**
 * The review with script: both panes stand at the task that is open, and passing over a task outlines its words in the
 * text, and the words their tasks. Opening is a link, with or without script.
 */
export function review(): void {
  const paper = document.querySelector<HTMLElement>('.intake .paper')
  const list = document.querySelector<HTMLElement>('.intake .tkl')
  if (paper === null || list === null) return
  bring(paper, paper.querySelector('.dp.cur'))
  bring(list, list.querySelector('.tk.open'))

  const marks = [...paper.querySelectorAll<HTMLElement>('mark[data-viec]')]
  const tasksOf = (mark: HTMLElement): readonly string[] => (mark.dataset['viec'] ?? '').split(' ')
  const outline = (task: string | null): void => {
    for (const mark of marks) mark.classList.toggle('hov', task !== null && tasksOf(mark).includes(task))
  }
  for (const item of list.querySelectorAll<HTMLElement>('[data-nhiem-vu]')) {
    const task = item.dataset['nhiemVu'] ?? null
    for (const enter of ['pointerenter', 'focusin']) item.addEventListener(enter, () => outline(task))
    for (const leave of ['pointerleave', 'focusout']) item.addEventListener(leave, () => outline(null))
  }
  const lit = (mark: HTMLElement, on: boolean): void => {
    for (const task of tasksOf(mark)) list.querySelector(`[data-nhiem-vu="${CSS.escape(task)}"]`)?.classList.toggle('hov', on)
  }
  for (const mark of marks) {
    mark.addEventListener('pointerenter', () => lit(mark, true))
    mark.addEventListener('pointerleave', () => lit(mark, false))
  }
}

/** Scrolls a pane, and only the pane, so that the element stands a little below its top. */
function bring(pane: HTMLElement, element: Element | null): void {
  if (!(element instanceof HTMLElement) || pane.scrollHeight <= pane.clientHeight) return
  pane.scrollTop = Math.max(0, element.offsetTop - 56)
}
