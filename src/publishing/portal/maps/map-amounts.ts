import type { PublicAnswer } from '../../../numbers/figure/index.ts'
import { listTiles } from '../../../register/organisation/index.ts'
import type { Asking } from '../blocks/block.ts'
import { amount_steps, type Tile } from '../charts/tile-map.tsx'
import { tilesOf } from './map-standings.ts'

/** From the least to the most that a commune of one step of the map has. */
export type Step = { least: number; most: number }

/** How much each commune of a day has, in steps of about as many communes each; and what lies in none of them. */
export type AmountMap = { tiles: Tile[]; steps: Step[]; elsewhere: number; measure: string }

/**
 * Lays a quantity on the map of its day: asked anew, restated to that map, so that what a commune gave that was joined
 * since stands where its land is now. Null where no map was drawn for the day, or nothing lies on it.
 */
export async function mapAmounts({ db, ask, now }: Asking, { figure, parameters, value }: PublicAnswer): Promise<AmountMap | null> {
  const { recorded_as_of: _, year: __, map: ___, map_day: ____, ...question } = parameters
  if (value.kind !== 'quantity') return null
  const day = question.valid_as_of
  const [drawn, given] = await Promise.all([
    listTiles(db, { valid_as_of: day, recorded_as_of: now.toISOString() }),
    ask(figure, { ...question, map: 'restated', map_day: day }),
  ])
  const amounts = new Map((given?.rows ?? []).map(row => [row.key, Number(row.quantity)]))
  const shown = drawn.flatMap(({ key }) => amounts.get(key) ?? [])
  if (shown.length === 0) return null
  const steps = stepsOf(shown)
  const stepOf = (amount: number | undefined) => (amount ? amount_steps[steps.findIndex(({ most }) => amount <= most)] : undefined)
  const tiles = tilesOf(drawn, ({ key }) => stepOf(amounts.get(key)) ?? 'none')
  return { tiles, steps, elsewhere: sum(amounts.values()) - sum(shown), measure: value.measure }
}

/** At most as many steps as the map can show, the least first; equal amounts lie in one. */
export function stepsOf(amounts: readonly number[]): Step[] {
  const sorted = amounts.filter(amount => amount > 0).sort((a, b) => a - b)
  const bounds = amount_steps.map((_, nth) => sorted[Math.ceil(((nth + 1) * sorted.length) / amount_steps.length) - 1])
  const mosts = [...new Set(bounds)].filter(most => most !== undefined)
  return mosts.map((most, nth) => ({ least: sorted.find(amount => nth === 0 || amount > mosts[nth - 1]!)!, most }))
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, n) => total + n, 0)
}
