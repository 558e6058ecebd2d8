-- How the communes of the demo stood at the middle of 2026 under the set of that year: written by the head of each, or
-- by a member where it had none, and appraised by the office above. Which criteria a commune meets is invented; one in
-- nine meets all and waits for the vote of a council. The two that the verbs assess are not here.
create temporary table appraised_commune on commit drop as
select u.unit_id as kept_at, p.unit_id as place_id, w.person_id as writer, :judge::bigint as judge, s.criteria_set_id,
       row_number() over (order by u.key) as nth
  from unit_version p
  join unit_version v on v.place_id = p.unit_id and v.unit_kind = 'base-organisation' and v.valid @> date '2026-06-30'
                     and is_open(v.recorded)
  join unit u         on u.unit_id = v.unit_id
  join criteria_set s on s.standing_level = 'standard' and s.of_kind = 'commune' and s.valid @> date '2026-06-30'
 cross join lateral (
       select x.person_id
         from (select t.person_id, 1 as rank
                 from post a
                 join tenure t on t.post_id = a.post_id and t.valid @> date '2026-06-30' and is_open(t.recorded)
                where a.unit_id = u.unit_id and a.is_head
               union all
               select m.person_id, 2
                 from placement c
                 join membership m on m.unit_id = c.unit_id and m.valid @> date '2026-06-30' and is_open(m.recorded)
                where c.parent_id = u.unit_id and c.hierarchy = 'party' and c.valid @> date '2026-06-30'
                  and is_open(c.recorded)) x
        where x.person_id <> :judge
        order by x.rank, x.person_id
        limit 1) w
 where p.unit_kind = 'commune' and p.valid @> date '2026-06-30' and is_open(p.recorded)
   and u.unit_id not in (:first, :second);

insert into standing_case (criteria_set_id, unit_id, kept_at, assessed_on, begun_by, recorded)
select t.criteria_set_id, t.place_id, t.kept_at, '2026-06-30', t.writer, tstzrange('2026-07-02T09:00:00+07', 'infinity')
  from appraised_commune t
 order by t.nth;

insert into criterion_result (standing_case_id, criterion_id, is_met, value, evidence, in_charge, due_on, said_by,
                              recorded)
select c.standing_case_id, k.criterion_id, r.is_met, null,
       case when r.is_met then 'Biên bản tự đánh giá (dữ liệu mẫu)' end,
       case when not r.is_met then 'Ủy ban nhân dân xã' end,
       case when not r.is_met then date '2026-09-30' + 92 * ((t.nth + k.number)::int % 5) end,
       t.writer, tstzrange('2026-07-06T09:00:00+07', 'infinity')
  from appraised_commune t
  join standing_case c on c.kept_at = t.kept_at
  join criterion k     on k.criteria_set_id = t.criteria_set_id
 cross join lateral (
       select t.nth % 9 = 4
              or ((t.nth * 7 + k.number * 5) % (7 + t.nth % 4) >= 2 + k.number % 2 and k.number <> 1 + t.nth % 10)
              as is_met) r
 order by t.nth, k.number;

insert into standing_case_step (standing_case_id, state, taken_by, comment, recorded)
select c.standing_case_id, s.state, case when s.state = 'appraised' then t.judge else t.writer end, s.comment,
       tstzrange(s.at, 'infinity')
  from appraised_commune t
  join standing_case c on c.kept_at = t.kept_at
 cross join (values
       ('draft', null, timestamptz '2026-07-02T09:00:00+07'), ('submitted', null, '2026-07-10T09:00:00+07'),
       ('appraised', 'Đã đối chiếu giấy tờ, xem ba thôn.', '2026-07-24T15:00:00+07')) as s (state, comment, at)
 order by c.standing_case_id, s.at;

insert into assessment (criteria_set_id, unit_id, assessed_on, met, note, recorded)
select t.criteria_set_id, t.place_id, '2026-06-30', (count(*) filter (where r.is_met))::int, 'Dữ liệu mẫu, phỏng dựng',
       tstzrange('2026-07-24T15:00:00+07', 'infinity')
  from appraised_commune t
  join standing_case c    on c.kept_at = t.kept_at
  join criterion_result r on r.standing_case_id = c.standing_case_id
 group by t.criteria_set_id, t.place_id, t.nth
 order by t.nth;

-- Where all are met, the appraisal is a step before the decision.
insert into standing_step (unit_id, standing_level, step, valid, note, recorded)
select t.place_id, 'standard', 'appraised', '[2026-07-24,infinity)', 'Dữ liệu mẫu, phỏng dựng',
       tstzrange('2026-07-24T15:00:00+07', 'infinity')
  from appraised_commune t
  join assessment a   on a.unit_id = t.place_id and a.criteria_set_id = t.criteria_set_id
                     and a.assessed_on = '2026-06-30'
  join criteria_set s on s.criteria_set_id = a.criteria_set_id and s.criteria = a.met
 order by t.nth;
