import { query } from '../../../platform/database/index.ts'
import type { LimitationState } from '../limitation.ts'

export type LimitationStep = {
  limitation_step_id: number
  state: LimitationState
  happened_on: string
  remedy: string | null
  said: string | null
  is_own: boolean
  by_name: string | null
  full_name: string
}

export const listLimitationSteps = query<{ limitation_id: number }, LimitationStep>(`
  select s.limitation_step_id, s.state, s.happened_on::text as happened_on, s.remedy, s.said, s.actor_id = o.person_id as is_own,
         b.full_name as by_name, p.full_name
    from limitation_step s
    join limitation l using (limitation_id)
    join obligation o using (obligation_id)
    join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
    left join lateral (select full_name from person_version where person_id = s.actor_id and upper(recorded) = 'infinity' limit 1) b on true
   where s.limitation_id = :limitation_id and upper(s.recorded) = 'infinity'
   order by s.limitation_step_id`)
