import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-recognised-exemplars.sql?raw'

export type RecognisedExemplarRow = {
  key: string
  kind: 'collective' | 'individual'
  field: string
  field_name: string
  awards: number
  first_decided_on: string
  instrument: string
}

/** Exemplars recognised from `from` to the day, each once however many awards it has. */
export const listRecognisedExemplars = query<Clocks & { unit: string; from: string }, RecognisedExemplarRow>(sql)
