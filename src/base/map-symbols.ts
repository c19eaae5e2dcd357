/**
 * What layers of a map are drawn with: a shape each, so that no colour says anything alone. Paths about the origin, within 6
 * each way; the page, its legend and the drawing by script use the same.
 */
export const symbols = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring'] as const
export type MapSymbol = (typeof symbols)[number]

export const symbolPaths: Readonly<Record<MapSymbol, string>> = {
  circle: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  square: 'M-4.5-4.5h9v9h-9z',
  triangle: 'M0-5.6 5.4 4.4h-10.8z',
  diamond: 'M0-6 6 0 0 6-6 0z',
  cross: 'M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z',
  ring: 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0zM-3 0a3 3 0 1 1 6 0a3 3 0 1 1-6 0z',
}
