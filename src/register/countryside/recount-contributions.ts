import { query, type Reads } from '../../platform/database/index.ts'

const differing = query<Record<string, never>, { contribution_id: number }>(`
  with kept as (
         select contribution_id, contribution_kind, place_id, kept_at, given_on, quantity, is_estimate, household_id,
                verified_on, known_from, known_until
           from contribution_state),
       due as (
         select * from contribution_state_of_rows)
  select distinct contribution_id
    from ((select * from kept except all select * from due) union all (select * from due except all select * from kept)) d
   order by contribution_id`)

/** Contributions whose state is not what their rows give, as «contribution_state 17». As the owner or the auditor. */
export async function recountContributions(db: Reads): Promise<string[]> {
  return (await differing(db, {})).map(({ contribution_id }) => `contribution_state ${contribution_id}`)
}
