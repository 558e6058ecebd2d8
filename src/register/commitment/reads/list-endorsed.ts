import { query } from '../../../platform/database/index.ts'

type Asked = { unit: string; campaign_id: number; day: string }

/**
 * What the cells have endorsed in a unit and all below it, and the level above has not approved; at most five hundred.
 */
export const listEndorsed = query<Asked, { commitment_id: number }>(
  `select c.commitment_id
     from obligation o
     join lateral (select commitment_id from commitment
                    where obligation_id = o.obligation_id and upper(recorded) = 'infinity' order by version desc limit 1) c on true
     join lateral (select state from commitment_step
                    where commitment_id = c.commitment_id and upper(recorded) = 'infinity' order by happened_on desc, commitment_step_id desc limit 1) s on true
    where o.campaign_id = :campaign_id and s.state = 'endorsed'
      and o.unit_id = any (array(select a.unit_id from unit u cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a where u.key = :unit))
      and not exists (select from obligation_exception x where x.obligation_id = o.obligation_id and x.valid @> :day::date and upper(x.recorded) = 'infinity')
    order by o.obligation_id
    limit 500`,
  { keeps_plan: true },
)

/** How many in a unit and all below it are exempt or no longer due. */
export const countExcepted = query<Asked, { excepted: number }>(
  `select count(distinct o.obligation_id)::int as excepted
     from obligation_exception x
     join obligation o on o.obligation_id = x.obligation_id and o.campaign_id = :campaign_id
    where x.valid @> :day::date and upper(x.recorded) = 'infinity'
      and o.unit_id = any (array(select a.unit_id from unit u cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a where u.key = :unit))`,
  { keeps_plan: true },
)
