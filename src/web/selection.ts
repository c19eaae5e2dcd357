/** Words selected in the source of a review begin a task: a link appears that leads to its form, with their places. */
export function selection(): void {
  const paper = document.querySelector<HTMLElement>('.intake .paper')
  const link = document.querySelector<HTMLAnchorElement>('a[data-chon]')
  if (paper === null || link === null) return
  const [base = '', hash = ''] = link.href.split('#')
  document.addEventListener('selectionchange', () => {
    const chosen = document.getSelection()
    const range = chosen === null || chosen.rangeCount === 0 || chosen.isCollapsed ? null : chosen.getRangeAt(0)
    if (range === null || !paper.contains(range.commonAncestorContainer)) {
      // a click on the link ends the selection before it is followed
      setTimeout(() => {
        if (document.activeElement !== link) link.hidden = true
      }, 300)
      return
    }
    const from = placeOf(range.startContainer, range.startOffset)
    const to = placeOf(range.endContainer, range.endOffset)
    if (from === null || to === null || to <= from) return
    link.href = `${base}&tu=${from}&den=${to}#${hash}`
    link.hidden = false
    fillDivision(range)
  })
}

/** Where the second part of the open task begins, while that is being chosen. */
function fillDivision(range: Range): void {
  const field = document.querySelector<HTMLInputElement>('details.over[open] #cho-tach')
  const inOpen = range.startContainer.parentElement?.closest('.dp.cur') ?? null
  if (field !== null && inOpen !== null) field.value = range.toString().trim().split(/\s+/u).slice(0, 8).join(' ')
}

/** The place of a point in the text of the document: letters of marks and words for readers of the screen are none of it. */
function placeOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('p[data-tu]') ?? null
  if (paragraph === null) return null
  const point = document.createRange()
  point.setStart(paragraph, 0)
  point.setEnd(node, offset)
  const before = point.cloneContents()
  for (const added of before.querySelectorAll('.vh, .xt')) added.remove()
  return Number(paragraph.dataset['tu']) + (before.textContent ?? '').length
}
