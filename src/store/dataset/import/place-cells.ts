import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result } from '../../../base/result.ts'
import { SYSTEM } from '../../../kernel/access/who.ts'
import { type Cell, cellText } from '../../../kernel/dataset/cell/cell.ts'
import { isPlace } from '../../../kernel/dataset/cell/column.ts'
import type { PlaceRead } from '../../../kernel/dataset/understanding/reading.ts'
import { dayAt, parseDay } from '../../../kernel/period/day.ts'
import { levels } from '../../../kernel/place/place.ts'
import { type PlaceMet, placeReader } from '../../../operations/dataset/import/place-reader.ts'
import type { Choices, PlaceChosen } from '../../../operations/dataset/import/ports.ts'
import type { PlacePorts } from '../../../operations/place/ports.ts'
import type { Deps } from './working.ts'

/** The places that cells of a row mean: each text is looked for once, the province before the commune that lies in it. [DAT-20] */
type Way = Pick<PlaceRead, 'column' | 'level' | 'on' | 'within'> & { readonly province?: string | null | undefined }
type Met = { readonly text: string; readonly key: string; readonly is: PlaceMet }

/** A question of the registers alone, which are held in memory. */
export async function fromRegister<T>(deps: Deps, work: (ports: PlacePorts) => Promise<T>): Promise<T> {
  const now = deps.now()
  const context = { who: SYSTEM, today: dayAt(now), now: now.toISOString(), language: 'vi' } as const
  const done: Result<T, Refusal> = await deps.store.transaction(context, 'register', async (ports) => ok(await work(ports)))
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}

export function placeCells(deps: Deps, names: readonly string[], ways: readonly Way[], chosen: readonly PlaceChosen[]) {
  const readers = ways.map((way) =>
    placeReader(
      way,
      chosen.filter(({ column }) => column === way.column),
    ),
  )
  const at = ways.map(({ column }) => names.indexOf(column))
  const above = ways.map(({ within }) => ways.findIndex(({ column }) => column === within))
  const order = ways
    .map((_, i) => i)
    .toSorted((a, b) => levels.indexOf(ways[a]?.level ?? 'province') - levels.indexOf(ways[b]?.level ?? 'province'))
  return {
    /** In the order of `ways`; null: the cell is empty. */
    async read(cells: readonly Cell[]): Promise<readonly (Met | null)[]> {
      const met: (Met | null)[] = ways.map(() => null)
      for (const i of order) {
        const text = cellText(cells[at[i] ?? -1] ?? '')
          .trim()
          .normalize('NFC')
        const reader = readers[i]
        if (text === '' || reader === undefined) continue
        const unit = met[above[i] ?? -1]?.is
        const within = unit !== undefined && 'id' in unit ? unit.id : null
        const is = reader.known(text, within) ?? (await fromRegister(deps, (ports) => reader.learn(ports, text, within)))
        met[i] = { text, key: `${text}\n${within ?? ''}`, is }
      }
      return met
    },
  }
}

/** What stands beside the columns of places in a line of `copy`. */
export type PlacesOf = {
  readonly any: boolean
  of(cells: readonly Cell[]): Promise<string>
  unmatched(): Readonly<Record<string, number>>
}

export function placesOf(deps: Deps, { columns, places }: Pick<Choices, 'columns' | 'places'>): PlacesOf {
  const ways = columns.filter(isPlace).flatMap(({ name, place }): Way[] => {
    const on = parseDay(place.on)
    return on === null ? [] : [{ column: name, level: place.level, on, within: place.within, province: place.province }]
  })
  const cells = placeCells(
    deps,
    columns.map(({ name }) => name),
    ways,
    places,
  )
  const unmatched = new Map(ways.map(({ column }) => [column, 0]))
  return {
    any: ways.length > 0,
    async of(row) {
      const met = await cells.read(row)
      return met
        .map((one, i) => {
          if (one !== null && 'id' in one.is) return `\t${one.is.id}`
          const { column = '' } = ways[i] ?? {}
          if (one !== null) unmatched.set(column, (unmatched.get(column) ?? 0) + 1)
          return '\t\\N'
        })
        .join('')
    },
    unmatched: () => Object.fromEntries(unmatched),
  }
}
