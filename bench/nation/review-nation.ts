import type pg from 'pg'

/**
 * A round of review of everybody in the nation, and what it found wanting, in tallies as the verbs write them: each
 * self-review is a line of its own, a cell's meeting, its appraisal and its decision one for each level. Nothing is
 * done where it stands already.
 */
export async function reviewNation(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query('select from review_round limit 1')
  if (rows.length > 0) return
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  for (const sql of [scheme, round, cells, ratings, limitations, conclusions]) await owner.query(sql)
  await owner.query('commit')
  await owner.query('vacuum (analyze) review_tally, limitation_tally, conclusion_tally')
}

const scheme = `
  with s as (insert into rating_scheme (rating_scheme_id, cap_share, cap_base, valid, recorded)
             values (1, 0.2, 'of-good', '[2025-01-01,infinity)', '[2025-01-01,infinity)') returning rating_scheme_id)
  insert into rating_level (rating_level_id, rating_scheme_id, least_points, name_vi, name_en, recorded)
  select n, rating_scheme_id, p, n::text, n::text, '[2025-01-01,infinity)' from s, (values (1, 90), (2, 70), (3, 50), (4, 0)) l (n, p)`

const round = `
  with opener as (insert into person (since) values (now()) returning person_id)
  insert into review_round (review_round_id, kind, unit_id, rating_scheme_id, period, opens_on, due_on, opened_by, recorded)
  select 1, 'year', u.unit_id, 1, '[2025-01-01,2026-01-01)', '2025-12-01', '2025-12-31', person_id, '[2025-12-01,infinity)'
    from opener join unit u on u.key = 'ca-nuoc'`

/** The cells that live in December with how many are due in each; what was joined counts for the cell that goes on. */
const cells = `
  create temp table reviewed on commit drop as
  select coalesce(s.successor_id, t.unit_id) as unit_id, sum(t.due)::int as members
    from commitment_tally t left join succession s on s.predecessor_id = t.unit_id
   where t.due > 0 group by 1;
  alter table reviewed add group_id integer;
  update reviewed r set group_id = p.parent_id from placement p where p.unit_id = r.unit_id and p.valid @> date '2025-12-01'`

const ratings = `
  insert into review_tally (review_round_id, unit_id, group_id, valid_on, recorded_at, due)
  select 1, unit_id, group_id, '2025-12-01', '2025-12-01', members from reviewed;
  insert into review_tally (review_round_id, unit_id, group_id, valid_on, recorded_at, self_reviewed)
  select 1, unit_id, group_id, date '2025-12-02' + n % 10, timestamptz '2025-12-02' + n % 10 * interval '1 day', 1
    from reviewed, generate_series(1, members) n;
  insert into review_tally (review_round_id, unit_id, group_id, valid_on, recorded_at, proposed, appraised)
  select 1, unit_id, group_id, on_day, on_day, case state when 'proposed' then members else 0 end, case state when 'appraised' then members else 0 end
    from reviewed, (values ('proposed', date '2025-12-15'), ('appraised', date '2025-12-18')) s (state, on_day);
  insert into review_tally (review_round_id, unit_id, group_id, valid_on, recorded_at, rating_level_id, rated)
  select 1, unit_id, group_id, '2025-12-22', '2025-12-22', level, n
    from reviewed, lateral (values (1, members / 8), (2, members - members / 8 - members / 10), (3, members / 10)) l (level, n)
   where n > 0`

/** A third of the people have one; half of these are repaired, some were carried over twice. */
const limitations = `
  insert into limitation_tally (unit_id, valid_on, recorded_at, raised, repaired, carried_twice)
  select unit_id, on_day, on_day, raised, repaired, carried
    from reviewed, generate_series(1, greatest(1, members / 3)) n,
         lateral (values (date '2024-12-20', 1, 0, 0), (date '2025-06-20', 0, n % 2, 0), (date '2025-12-20', 0, 0, (n % 7 = 0)::int)) t (on_day, raised, repaired, carried)
   where raised + repaired + carried > 0`

const conclusions = `
  insert into conclusion_tally (campaign_id, unit_id, valid_on, recorded_at, concluded)
  select 1, unit_id, '2025-12-22', '2025-12-22', members - 1 from reviewed`
