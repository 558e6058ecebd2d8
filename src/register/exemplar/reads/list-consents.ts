import { query } from '../../../platform/database/index.ts'
import sql from './list-consents.sql?raw'

export type ConsentScope = 'name' | 'photo' | 'place' | 'story'

/** A consent as it stands at this moment. What it does not allow to be told, or no longer, is null. */
export type Consent = {
  consent_id: number
  exemplar_id: number
  scope: ConsentScope
  kind: 'collective' | 'individual'
  is_in_force: boolean
  name: string | null
  story_vi: string | null
  story_en: string | null
}

/** The tables by which what a consent allows to be told changes: a page that tells it is as fresh as these. */
export const consent_tables = ['consent', 'exemplar', 'exemplar_profile', 'exemplar_story'] as const

/** Consents by their numbers; one that is unknown is not there. */
export const listConsents = query<{ consents: readonly number[] }, Consent>(sql)
