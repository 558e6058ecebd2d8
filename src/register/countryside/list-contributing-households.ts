import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-contributing-households.sql?raw'

/** A branch under a unit, and how many households of it gave something. */
export type ContributingHouseholdsRow = { key: string; name: string; households: number }

/** Households that gave since `from` (an ISO day) what is verified, each once: figure F14. */
export const listContributingHouseholds = query<Clocks & { unit: string; from: string }, ContributingHouseholdsRow>(sql)
