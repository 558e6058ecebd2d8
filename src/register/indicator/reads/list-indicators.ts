import { query } from '../../../platform/database/index.ts'
import type { Indicator } from '../indicator.ts'
import sql from './list-indicators.sql?raw'

/** Every indicator that is defined. `recorded_as_of`: an ISO instant. */
export const listIndicators = query<{ recorded_as_of: string }, Indicator>(sql)
