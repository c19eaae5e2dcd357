/** Whether somebody else has changed this review since it was shown: asked now and then, while the page is looked at. */
const EVERY_MS = 20_000

export function meanwhile(): void {
  const shown = document.querySelector<HTMLElement>('[data-moc]')?.dataset['moc']
  const told = document.querySelector<HTMLElement>('[data-doi]')
  if (shown === undefined || told === null) return
  setInterval(() => {
    if (document.hidden || !told.hidden) return
    stampNow().then(
      (stamp) => {
        told.hidden = stamp === null || stamp === shown
      },
      // no connection: asked again later
      () => undefined,
    )
  }, EVERY_MS)
}

async function stampNow(): Promise<string | null> {
  const answer = await fetch(`${location.pathname}.json`, { headers: { accept: 'application/json' } })
  if (!answer.ok) return null
  const { version, tasks } = (await answer.json()) as { version: number; tasks: readonly { id: string; version: number }[] }
  return [version, ...tasks.map((task) => `${task.id}:${task.version}`).toSorted()].join(' ')
}
