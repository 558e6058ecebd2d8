import { query } from '../../../platform/database/index.ts'
import type { Headed } from './list-reviewed.ts'

/** The unit of a round that somebody heads, as `listReviewed` has it for many; at most one row, none of who heads none. */
export const findHeaded = query<{ review_round_id: number; person_id: number }, Headed>(`
  select h.unit_name as headed_unit, h.rating_level_id as headed_level, h.points as headed_points
    from headed_results(:review_round_id::int, array[:person_id::bigint]) h`)
