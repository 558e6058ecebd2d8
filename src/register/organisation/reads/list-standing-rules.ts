import { query } from '../../../platform/database/index.ts'
import type { CarryRule } from '../carry.ts'

/** What the rule for mergers without one of their own said, from `since` (-infinity: from the beginning) to `until`. */
export type StandingRuleVersion = {
  rule: CarryRule
  least_share: string | null
  since: string
  until: string | null
  instrument_id: number | null
  number: string | null
  issuer: string | null
  subject: string | null
  recorded_at: string
  ended_at: string | null
}

/** All that it ever said, the newest first. */
export const listStandingRules = query<Record<string, never>, StandingRuleVersion>(`
  select r.rule, r.least_share, lower(r.valid)::text as since,
         case when upper(r.valid) < 'infinity' then (upper(r.valid) - 1)::text end as until,
         r.set_by_instrument_id as instrument_id, i.number, i.issuer, i.title as subject, lower(r.recorded) as recorded_at,
         case when upper(r.recorded) < 'infinity' then upper(r.recorded) end as ended_at
    from carry_rule r
    left join instrument i on i.instrument_id = r.set_by_instrument_id
   where r.subject = 'countryside' and r.instrument_id is null
   order by lower(r.valid) desc, lower(r.recorded) desc
   limit 60`)

/** How many mergers of communes are known that take effect from a day on, and whose instrument names no rule. */
export const countSilentMergers = query<{ from: string }, { n: number }>(`
  select count(distinct e.succession_event_id)::integer as n
    from succession_event e
    join succession s   using (succession_event_id)
    join unit_version v on v.unit_id = s.successor_id and is_open(v.recorded)
    join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'territory'
   where e.effective_on >= :from::date and is_open(e.recorded) and is_open(s.recorded)
     and not exists (select from carry_rule r
                      where r.subject = 'countryside' and r.instrument_id = e.instrument_id and is_open(r.recorded))`)
