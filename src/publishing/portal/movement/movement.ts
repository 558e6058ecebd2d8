import type { FigureId } from '../../../numbers/figure/index.ts'
import { tablesRead } from '../../../platform/database/index.ts'
import { listMovements, type Movement } from '../../../register/programme/index.ts'
import type { Asking } from '../blocks/block.ts'

export const movement_tables = tablesRead(listMovements.sql)

/** The figures that are asked by the year of a campaign. */
export const of_campaign = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9'] as const satisfies readonly FigureId[]

/** The movements there have been until today, the latest year first. */
export function movementsOf({ db, day, now }: Pick<Asking, 'db' | 'day' | 'now'>): Promise<Movement[]> {
  return listMovements(db, { valid_as_of: day, recorded_as_of: now.toISOString() })
}

/** Where a movement stands on a day. */
export function stageOf({ due_on, closes_on }: Movement, day: string): 'taking' | 'under-way' | 'over' {
  if (day <= due_on) return 'taking'
  return day <= closes_on ? 'under-way' : 'over'
}

/** The last day on which a movement is asked for its numbers: today, or the day on which it closed. */
export function lastDayOf({ closes_on }: Movement, day: string): string {
  return day < closes_on ? day : closes_on
}
