import type { RatingLevel, SchemeInForce } from '../programme/index.ts'
import { levelOf } from './cap.ts'

/** A rating as it is kept: the level, and the points where the scheme gives some. */
export type Rating = { rating_level_id: number; points: number | null }
export type RatingScale = Pick<SchemeInForce, 'by_points' | 'levels'>

/** What was typed or chosen for somebody, as a rating; null where it is none of the scheme's. */
export function ratingFrom({ by_points, levels }: RatingScale, said: string): Rating | null {
  if (!by_points)
    return levels.some(({ rating_level_id }) => String(rating_level_id) === said) ? { rating_level_id: Number(said), points: null } : null
  const points = /^\d{1,3}$/.test(said) ? Number(said) : Number.NaN
  const level = points <= 100 ? levelOf(levels, points) : undefined
  return level ? { rating_level_id: level.rating_level_id, points } : null
}

/** The same the other way: what a field holds. */
export function typedRating(
  { by_points }: Pick<RatingScale, 'by_points'>,
  rating: { rating_level_id: number | null; points: number | null },
): string {
  return String((by_points ? rating.points : rating.rating_level_id) ?? '')
}

export function levelNamed(levels: readonly RatingLevel[], rating_level_id: number | null): RatingLevel | undefined {
  return levels.find(level => level.rating_level_id === rating_level_id)
}

/**
 * Whether the first of two levels is the higher one. Where one is not given yet, neither is. The levels of a scheme
 * stand from the highest down.
 */
export function isAbove(levels: readonly RatingLevel[], level: number | null, other: number | null): boolean {
  const place = (id: number | null) => levels.findIndex(({ rating_level_id }) => rating_level_id === id)
  return place(level) >= 0 && place(other) >= 0 && place(level) < place(other)
}
