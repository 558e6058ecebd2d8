import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-published-exemplars.sql?raw'

export type PublishedExemplarRow = {
  key: string
  kind: 'collective' | 'individual'
  field: string
  field_vi: string
  field_en: string
  name: string
  /** Null without consent in the scope «story». */
  story_vi: string | null
  story_en: string | null
  /** The commune as it was on the day of the decision; null without consent in the scope «place». */
  place: string | null
  place_name: string | null
  place_kind: string | null
  level: 'commune' | 'district' | 'province' | 'nation'
  form: 'certificate-of-merit' | 'commendation' | 'title' | 'order'
  achievement: string
  decided_on: string
  instrument: string
}

/**
 * Those with a standing recognition who let themselves be named, the latest decision first. Consent is asked on the
 * day, and again at this moment.
 */
export const listPublishedExemplars = query<Clocks, PublishedExemplarRow>(sql)
