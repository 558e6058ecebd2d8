import type { RatingLevel, SchemeInForce } from '../programme/index.ts'

/** How many of a group are rated, at the highest level and at the second among them. */
export type Rated = { at_top: number; at_good: number; rated: number }
export type Cap = Pick<SchemeInForce, 'cap_share' | 'cap_base' | 'cap_rounding'>

const rounded = { down: Math.floor, nearest: Math.round, up: Math.ceil }

/** How many may have the highest level, of a group that is rated so. The database repeats it (`most_at_top`). */
export function mostAtTop({ cap_share, cap_base, cap_rounding }: Cap, { at_top, at_good, rated }: Rated): number {
  if (cap_share === null) return rated
  const base = { 'of-good': at_good, 'of-good-or-better': at_good + at_top, 'of-all': rated }[cap_base!]
  // A share is a decimal, and 0.2 × 15 is a little more than 3.
  return rounded[cap_rounding](Number((cap_share * base).toFixed(9)))
}

export function isOverCap(cap: Cap, rated: Rated): boolean {
  return rated.at_top > mostAtTop(cap, rated)
}

/**
 * How many of a group of so many can have the highest level at most, where all others are rated second: what a
 * collective should know before it meets. `lower`: so many are rated below the second already.
 */
export function headroomOf(cap: Cap, size: number, lower = 0): number {
  const others = size - lower
  let most = 0
  while (most < others && !isOverCap(cap, { at_top: most + 1, at_good: others - most - 1, rated: size })) most++
  return most
}

/** The level of so many points; levels stand from the highest down, and the lowest begins at none. */
export function levelOf(levels: readonly RatingLevel[], points: number): RatingLevel | undefined {
  return levels.find(({ least_points }) => points >= least_points)
}

/** Whether so many of a collective can decide: two thirds, or more than half. The database repeats it. */
export function isQuorate(quorum: SchemeInForce['quorum'], { members, present }: { members: number; present: number }): boolean {
  return quorum === 'two-thirds' ? present * 3 >= members * 2 : present * 2 > members
}

/** The fewest of a collective who can decide. */
export function quorumOf(quorum: SchemeInForce['quorum'], members: number): number {
  return quorum === 'two-thirds' ? Math.ceil((members * 2) / 3) : Math.floor(members / 2) + 1
}
