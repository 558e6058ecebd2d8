import { query } from '../../../platform/database/index.ts'

/**
 * A certificate: how much lost its content in one run, by a rule or for a request. Whose request it was is not said.
 */
export type ErasureRun = { erasure_run_id: number; commitments: number; rows_erased: number; ran_at: string; is_by_rule: boolean }

/** The runs that whoever asks may see, the latest first. */
export const listErasures = query<Record<string, never>, ErasureRun>(`
  select erasure_run_id, commitments, rows_erased, ran_at, retention_rule_id is not null as is_by_rule
    from erasure_run order by erasure_run_id desc limit 200`)

/** The rule in force on a day; null where there is none. */
export type RetentionRule = { retention_rule_id: number; years: number; authority: string; since: string }

export const findRetentionRule = query<{ day: string }, RetentionRule>(`
  select retention_rule_id, years, authority, lower(valid)::text as since
    from retention_rule where retention = 'conduct' and valid @> :day::date and is_open(recorded)`)

/** Whether whoever asks decides how long content is kept. */
export const maySetRetention = query<Record<string, never>, { may: boolean }>('select may_set_retention() as may')
