-- What the cells have done so far. How far each is follows from the hash of its number: a third of the base
-- organisations are done, some lack one person, some are at work, the others have not begun.
-- Row by row triggers of the law rest: the rows below keep it by construction, and a lock for each of tens of thousands
-- is more than a server holds.
-- So do the triggers that count, which are made for what people do: tallies are written below, and a test holds them
-- against the rows.
alter table commitment_step disable trigger one_live_commitment;
alter table commitment_step disable trigger deeds_are_within_bounds;
alter table commitment_step disable trigger tally_steps;
alter table commitment_step disable trigger tally_deeds_of_steps;
alter table deed disable trigger deeds_are_within_bounds;
alter table deed disable trigger tally_new_deeds;

create temp table way on commit drop as
with campaign as (select current_setting('neu_guong.campaign')::int as campaign_id),
     placed as (
       select o.obligation_id, o.person_id, o.unit_id, coalesce(p.parent_id, o.unit_id) as base_id,
              k.rank = 3 as is_base,
              coalesce(b.name || ' ', '') || v.name as whole_name,
              row_number() over (partition by o.unit_id order by o.person_id) as place,
              count(*) over (partition by o.unit_id) as members
         from obligation o
         join campaign using (campaign_id)
         join unit_version v on v.unit_id = o.unit_id and v.valid @> date '2026-11-01'
                            and upper(v.recorded) = 'infinity'
         join unit_kind k    on k.unit_kind = v.unit_kind
         left join placement p on p.hierarchy = 'party' and p.unit_id = o.unit_id and p.valid @> date '2026-11-01'
                              and upper(p.recorded) = 'infinity'
         left join unit_version b on b.unit_id = p.parent_id and b.valid @> date '2026-11-01'
                                 and upper(b.recorded) = 'infinity'),
     grouped as (select *, case when is_base then unit_id else base_id end as group_id from placed),
     busiest as (select group_id from grouped where not is_base order by members desc, unit_id limit 1),
     fated as (
       select g.*, (hashint4(g.group_id) & 1023) % 20 as fate, (hashint8(g.person_id) & 1023) as chance,
              row_number() over (partition by g.group_id order by g.unit_id desc, g.place) as in_group,
              g.group_id = (select group_id from busiest) as is_busiest
         from grouped g)
select obligation_id, person_id, unit_id, place, chance, is_busiest,
       -- What its members do, by what the cell and the body above it are called.
       case when whole_name ~ 'Chi bộ (thôn|tổ dân phố) ' then 'village'
            when whole_name ~* 'điện lực|viễn thông|bưu điện|ngân hàng|lâm trường|công ty|hợp tác xã|doanh nghiệp'
            then 'business'
            when whole_name ~* 'y tế|bệnh viện|kiểm soát bệnh tật|khoa ' then 'health'
            when whole_name ~* 'trường |giáo dục|mầm non|tiểu học|thpt|thcs' then 'school'
            when whole_name ~* 'công an|quân sự|biên phòng|tòa án|kiểm sát nhân dân|thi hành án|kiểm lâm|đồn '
            then 'security'
            else 'office' end as sort,
       case when is_busiest or fate in (9, 10, 11)
            then case when place = 1 or chance % 20 in (3, 11) then 'missing' when chance % 20 < 6 then 'submitted'
                      when chance % 20 < 8 then 'endorsed' else 'approved' end
            when fate > 11 or fate in (6, 7, 8) and in_group = 1 then 'missing'
            else 'approved' end as reached,
       date '2026-11-03' + (chance % 15)::int as handed_in
  from fated;
analyze way;

insert into commitment (obligation_id, version, thought, ethics, working_style, discipline, prevention, recorded)
select w.obligation_id, 1, x ->> 0, x ->> 1, x ->> 2, x ->> 3, x ->> 4,
       tstzrange((w.handed_in + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from way w
 cross join (select current_setting('neu_guong.words')::jsonb as said offset 0) words
 cross join lateral (
       select jsonb_build_array(said #> array['thoughts', (chance % 4)::text],
                                said #> array['ethics', (chance / 4 % 4)::text],
                                said #> array['styles', (chance / 16 % 4)::text],
                                said #> array['disciplines', (chance % 3)::text],
                                said #> array['preventions', (chance / 8 % 4)::text]) as x) texts
 where w.reached <> 'missing'
 order by w.unit_id, w.place;

create temp table deed_words on commit drop as
select d.*, max(place + 1) over (partition by sort) as templates, max(round + 1) over () as rounds
  from jsonb_to_recordset(current_setting('neu_guong.words')::jsonb -> 'deeds')
       as d (sort text, round integer, place integer, what text, how text, measure text);
analyze deed_words;

insert into deed (commitment_id, ordinal, what, how, measure, due_on, registered_on, recorded)
select c.commitment_id, n, d.what, d.how, d.measure, date '2027-06-30' + (w.chance % 180)::int, w.handed_in,
       tstzrange((w.handed_in + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from way w
  join commitment c on c.obligation_id = w.obligation_id
 cross join generate_series(1, 3) n
  -- Neighbours of one round: nobody promises the same thing twice.
  join deed_words d on d.sort = w.sort and d.place = (w.person_id * 7 + w.chance + n) % d.templates
                   and d.round = (w.person_id + w.chance) % d.rounds
 where n < 3 or w.chance % 2 = 0;

insert into commitment_step (commitment_id, state, happened_on, actor_id, recorded)
select c.commitment_id, 'submitted', w.handed_in, w.person_id,
       tstzrange((w.handed_in + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from way w join commitment c on c.obligation_id = w.obligation_id;
insert into commitment_step (commitment_id, state, happened_on, recorded)
select c.commitment_id, 'endorsed', w.handed_in + 2,
       tstzrange((w.handed_in + 2 + time '15:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from way w join commitment c on c.obligation_id = w.obligation_id where w.reached in ('endorsed', 'approved');
insert into commitment_step (commitment_id, state, happened_on, recorded)
select c.commitment_id, 'approved', w.handed_in + 4,
       tstzrange((w.handed_in + 4 + time '10:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from way w join commitment c on c.obligation_id = w.obligation_id where w.reached = 'approved';

create temp table counted on commit drop as
select o.campaign_id, w.unit_id, w.handed_in, w.reached = 'approved' as is_approved, count(d.deed_id) as deeds
  from way w
  join obligation o using (obligation_id)
  join commitment c using (obligation_id)
  join deed d       using (commitment_id)
 group by c.commitment_id, 1, 2, 3, 4;
insert into commitment_tally (campaign_id, unit_id, valid_on, submitted, on_time)
select campaign_id, unit_id, handed_in, count(*), count(*) from counted group by 1, 2, 3;
insert into commitment_tally (campaign_id, unit_id, deeds, valid_on, approved)
select campaign_id, unit_id, deeds, handed_in + 4, count(*) from counted where is_approved group by 1, 2, 3, 4;
insert into deed_tally (campaign_id, unit_id, valid_on, commitments, registered)
select campaign_id, unit_id, handed_in + 4, count(*), sum(deeds) from counted where is_approved group by 1, 2, 3;

-- What the last review found wanting, for some; whoever handed in has answered it.
create temp table wanting on commit drop as
select past.obligation_id as past_id, w.obligation_id, w.chance
  from way w
  join obligation past on past.person_id = w.person_id
  join campaign c      on c.campaign_id = past.campaign_id and c.year = 2020
 where w.place = 1 and (w.chance % 8 = 0 or w.is_busiest) or w.is_busiest and w.chance % 5 = 0;
insert into limitation (obligation_id, what, raised_on, recorded)
select w.past_id, said #>> array['limitations', (w.chance % 4)::text], '2020-12-15', '[2020-12-16 02:00:00+00,infinity)'
  from wanting w
 cross join (select current_setting('neu_guong.words')::jsonb as said offset 0) words;
insert into remedy (limitation_id, commitment_id, what, due_on)
select l.limitation_id, c.commitment_id, said #>> array['remedies', (w.chance % 3)::text], '2027-06-30'
  from wanting w
  join limitation l on l.obligation_id = w.past_id
  join commitment c on c.obligation_id = w.obligation_id
 cross join (select current_setting('neu_guong.words')::jsonb as said offset 0) words;

alter table commitment_step enable trigger one_live_commitment;
alter table commitment_step enable trigger deeds_are_within_bounds;
alter table commitment_step enable trigger tally_steps;
alter table commitment_step enable trigger tally_deeds_of_steps;
alter table deed enable trigger deeds_are_within_bounds;
alter table deed enable trigger tally_new_deeds;

-- Leaders' plans: some two in five are approved, a few wait for the level above; the demo's own accounts have not
-- begun.
create temp table plan_way on commit drop as
select d.*, (hashint8(d.plan_duty_id) & 1023) as chance, (hashint8(d.plan_duty_id) & 1023) % 25 as fate,
       date '2026-11-03' + ((hashint8(d.person_id) & 1023) % 12)::int as handed_in
  from plan_duty d
 where d.year = 2027 and upper(d.recorded) = 'infinity' and (hashint8(d.plan_duty_id) & 1023) % 25 < 11
   and d.person_id not in (select person_id from account);

insert into action_plan (post_id, person_id, year, version, exemplary_content, tasks_of_the_post, presented_on, state,
                         valid, recorded)
select w.post_id, w.person_id, w.year, 1, said #>> array['exemplary_contents', (w.chance % 3)::text],
       said #>> array['post_tasks', (w.chance / 4 % 3)::text],
       w.handed_in - 1, s.state, s.valid,
       tstzrange((s.told_on + time '10:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from plan_way w
 cross join (select current_setting('neu_guong.words')::jsonb as said offset 0) words
 cross join lateral (
       select 'submitted' as state,
              daterange(w.handed_in, case when w.fate > 0 then w.handed_in + 5 else 'infinity' end) as valid,
              w.handed_in as told_on
       union all
       select 'approved', daterange(w.handed_in + 5, 'infinity'), w.handed_in + 5 where w.fate > 0) s;

insert into plan_deed (plan_duty_id, person_id, version, ordinal, what, how, measure, due_on)
select w.plan_duty_id, w.person_id, 1, n, d.what, d.how, d.measure, date '2027-06-30' + (w.chance % 180)::int
  from plan_way w
 cross join generate_series(1, 2) n
  join deed_words d on d.sort = 'office' and d.place = (w.chance + n) % d.templates and d.round = w.chance % d.rounds;
