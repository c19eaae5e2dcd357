/** A map that can be dragged, in the place of the one that the server drew: fetched when it comes into view, not before. */
export function map(): void {
  const places = document.querySelectorAll<HTMLElement>('[data-map]')
  if (places.length === 0) return
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting && target instanceof HTMLElement) {
        seen.unobserve(target)
        import('./live-map.ts').then(
          ({ show }) => show(target),
          // the drawing of the server stays
          () => undefined,
        )
      }
  })
  for (const place of places) seen.observe(place)
}
