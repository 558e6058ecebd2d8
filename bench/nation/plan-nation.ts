import { between, chance, type Random, randomFrom } from '../../seed/province/random.ts'

/**
 * How many of each there are in the whole nation, rounded from the totals that the Party and the Government publish.
 */
export const nation = { provinces: 34, districts: 700, communes: 3321, bases: 52_000, cells: 280_000, people: 5_400_000 }

/**
 * The campaign that everybody answers, and the day in its middle on which districts were abolished and some cells
 * joined.
 */
export const campaign = { year: 2025, opens: '2025-01-06', due: '2025-03-31', closes: '2025-12-31', map_change: '2025-07-01' }

export type Cell = { unit_id: number; people: number; joined_to: number | null }
export type Base = { unit_id: number; cells: Cell[] }
export type Commune = { unit_id: number; bases: Base[] }
export type Province = { unit_id: number; key: string; districts: number[]; communes: Commune[]; heirs: number[] }

/**
 * The units of a nation of `size` (1 is the whole, 0.01 a hundredth), drawn from one number. Provinces differ as they
 * do in the world: the largest has five times as many as the smallest. Every thirtieth cell has joined its neighbour on
 * the day of the map change: both ended, and a new one began.
 */
export function planNation(size: number, seed: number): { root: number; provinces: Province[]; last_unit: number } {
  const random = randomFrom(seed, 'nation')
  let last_unit = 0
  const next = () => ++last_unit
  const root = next()
  const weights = Array.from({ length: nation.provinces }, (_, i) => 1 / (i + 8))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const provinces = weights.map((weight, i) => planProvince(`tinh-uy-${i + 1}`, (size * weight) / whole, next, random))
  return { root, provinces, last_unit }
}

function planProvince(key: string, share: number, next: () => number, random: Random): Province {
  const unit_id = next()
  const heirs: number[] = []
  const districts = Array.from({ length: countOf(nation.districts, share) }, next)
  const communes = Array.from({ length: countOf(nation.communes, share) }, () => ({ unit_id: next(), bases: [] as Base[] }))
  let cells = countOf(nation.cells, share)
  for (let left = countOf(nation.bases, share), n = 0; left > 0; left--, n++) {
    const count = Math.max(1, Math.round(cells / left))
    cells -= count
    communes[n % communes.length]!.bases.push(planBase(count, next, random, heirs))
  }
  return { unit_id, key, districts, communes, heirs }
}

function planBase(count: number, next: () => number, random: Random, heirs: number[]): Base {
  const unit_id = next()
  const cells: Cell[] = Array.from({ length: count }, () => ({ unit_id: next(), people: between(random, 9, 29), joined_to: null }))
  if (cells.length > 1 && chance(random, 1 / 6)) {
    const heir = next()
    heirs.push(heir)
    for (const cell of cells.slice(0, 2)) cell.joined_to = heir
  }
  return { unit_id, cells }
}

function countOf(whole: number, share: number): number {
  return Math.max(1, Math.round(whole * share))
}
