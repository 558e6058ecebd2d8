import type { Reads } from '../../../platform/database/index.ts'
import { findProgramme } from '../../../register/programme/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters } from '../figure.ts'

/**
 * F23: which year of the register's programme the day falls in, counted from the directive's own day: of one of
 * 15/5/2016, 19/02/2021 is in the 5th.
 */
export async function programmeYear(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const [programme] = await findProgramme(db, parameters)
  if (!programme) return null
  const { key, name_vi, started_on, instrument, programme_year } = programme
  return { value: { kind: 'ordinal', ordinal: programme_year }, rows: [{ key, name: name_vi, started_on, instrument, programme_year }] }
}
