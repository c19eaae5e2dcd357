import { Map as Drawn, type LngLatBoundsLike, Marker, Popup, setWorkerUrl } from 'maplibre-gl'
import { type MapSymbol, symbolPaths } from '../base/map-symbols.ts'
import { type Colours, type Layered, type Outlined, styleOf } from './map-style.ts'

/**
 * MapLibre GL over our own data. Its worker comes from our own address, its words and buttons are the page's; where the machine
 * has no WebGL, or anything fails, the drawing of the server stays. [DAT-41]
 */
const SHEET: LngLatBoundsLike = [101.5, 6, 118, 23.8]
const MOST_LAYERS = 6

export async function show(place: HTMLElement): Promise<void> {
  const { map: layers = '', outlines = '', extent = '' } = place.dataset
  const [data, ground] = await Promise.all([json<Layered>(layers), json<Outlined>(outlines)])
  const [west = 101.5, south = 6, east = 118, north = 23.8] = extent.split(',').map(Number)
  const colours = coloursOf(place)
  const canvas = document.createElement('div')
  canvas.className = 'live'
  place.append(canvas)
  setWorkerUrl(import.meta.url.replace(/[^/]*$/, 'map-worker.js'))
  let drawn: Drawn
  try {
    drawn = new Drawn({
      container: canvas,
      style: styleOf(ground, data, colours),
      bounds: [west, south, east, north],
      minZoom: 3,
      maxZoom: 14,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      cooperativeGestures: false,
    })
  } catch {
    canvas.remove()
    return
  }
  drawn.touchZoomRotate.disableRotation()
  // before the first tile is drawn: a symbol that comes later leaves its points out until then
  drawn.once('style.load', () => {
    for (const [i, { symbol }] of data.layers.entries())
      drawn.addImage(`symbol-${i}`, image(symbol, colours.layers[i] ?? colours.isle, colours.land), { pixelRatio: 2 })
  })
  drawn.on('load', () => {
    place.classList.add('is-live')
    place.parentElement?.classList.add('is-live')
    canvas.querySelector('canvas')?.setAttribute('aria-label', place.querySelector('svg')?.getAttribute('aria-label') ?? '')
  })
  names(drawn, ground, place.dataset['sea'] ?? '')
  buttons(drawn, place)
  told(drawn, data)
  drawn.on('moveend', () => {
    // the address shows what is seen, so that it can be sent
    if (place.dataset['share'] === undefined) return
    const bounds = drawn.getBounds().toArray().flat()
    const url = new URL(location.href)
    url.searchParams.set('khung', bounds.map((one) => String(Number(one.toFixed(4)))).join(','))
    history.replaceState(null, '', url)
  })
}

async function json<Of>(address: string): Promise<Of> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return (await answer.json()) as Of
}

function coloursOf(place: HTMLElement): Colours {
  const style = getComputedStyle(place)
  const of = (name: string): string => style.getPropertyValue(name).trim()
  const layers = Array.from({ length: MOST_LAYERS }, (_, i) => {
    const probe = document.createElement('span')
    probe.className = `l-${i}`
    place.append(probe)
    const colour = getComputedStyle(probe).getPropertyValue('--of').trim()
    probe.remove()
    return colour
  })
  return {
    sea: of('--m-sea'),
    land: of('--m-focus'),
    none: of('--m-land'),
    border: of('--m-border'),
    isle: of('--m-border-focus'),
    classes: [1, 2, 3, 4, 5].map((n) => of(`--q-${n}`)),
    layers,
  }
}

function image(symbol: MapSymbol, colour: string, rim: string): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = 32
  canvas.height = 32
  const pen = canvas.getContext('2d')
  if (pen === null) return new ImageData(32, 32)
  pen.setTransform(2, 0, 0, 2, 16, 16)
  const path = new Path2D(symbolPaths[symbol])
  pen.fillStyle = colour
  pen.fill(path, 'evenodd')
  pen.strokeStyle = rim
  pen.stroke(path)
  return pen.getImageData(0, 0, 32, 32)
}

/** Names are elements of the page, in its letters: no glyphs are fetched. */
function names(drawn: Drawn, { items }: Outlined, sea: string): void {
  const put = (words: readonly string[], kind: string, at: [number, number]): void => {
    const element = document.createElement('div')
    element.className = kind
    for (const word of words) element.append(Object.assign(document.createElement('span'), { textContent: word }))
    new Marker({ element, anchor: 'bottom' }).setLngLat(at).addTo(drawn)
  }
  put([sea], 'live-sea', [113, 13.5])
  for (const { name, place, kind, geometry } of items) {
    if (kind !== 'archipelago') continue
    const points = (geometry as { coordinates: [number, number][][][] }).coordinates.flat(2)
    const lons = points.map(([lon]) => lon)
    const north = Math.max(...points.map(([, lat]) => lat))
    const of = items.find((one) => one.kind === 'province' && one.place === place)?.name ?? ''
    put([name, of], 'live-name', [(Math.min(...lons) + Math.max(...lons)) / 2, north])
  }
}

function buttons(drawn: Drawn, place: HTMLElement): void {
  const frame = document.createElement('div')
  frame.className = 'live-moves'
  const { zoomIn = '+', zoomOut = '−', zoomWhole = '' } = place.dataset
  const button = (mark: string, label: string, act: () => unknown): void => {
    const one = document.createElement('button')
    one.type = 'button'
    one.className = 'btn btn--s'
    one.textContent = mark
    one.setAttribute('aria-label', label)
    one.addEventListener('click', act)
    frame.append(one)
  }
  button('+', zoomIn, () => drawn.zoomIn())
  button('−', zoomOut, () => drawn.zoomOut())
  button('⤢', zoomWhole, () => drawn.fitBounds(SHEET))
  place.append(frame)
}

/** What lies under the pointer, by its name; a row leads to its address. */
function told(drawn: Drawn, data: Layered): void {
  for (const [i, { slug }] of data.layers.entries())
    for (const id of [`layer-${i}`, `layer-${i}-areas`, `layer-${i}-ways`, `layer-${i}-places`]) {
      drawn.on('click', id, ({ features, lngLat }) => {
        const properties = features?.[0]?.properties
        if (properties === undefined) return
        const url = new URL(location.href)
        url.searchParams.set('diem', `${slug}~${String(properties['row'])}`)
        const link = Object.assign(document.createElement('a'), {
          href: url.href,
          textContent: String(properties['name'] || properties['row']),
        })
        new Popup({ closeButton: false, maxWidth: '260px' })
          .setLngLat(lngLat)
          .setDOMContent(
            url.pathname.startsWith('/ban-do') ? link : Object.assign(document.createElement('b'), { textContent: link.textContent }),
          )
          .addTo(drawn)
      })
      drawn.on('mouseenter', id, () => {
        drawn.getCanvas().style.cursor = 'pointer'
      })
      drawn.on('mouseleave', id, () => {
        drawn.getCanvas().style.cursor = ''
      })
    }
}
