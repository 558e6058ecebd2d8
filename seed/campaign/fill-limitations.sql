-- What the reviews of 2017 to 2020 found wanting, and what became of it. What was raised up to 2019 is repaired and was
-- seen so by another, a sixth of it after it was carried over; a third of what 2020 left has been carried over twice.
insert into limitation (obligation_id, what, raised_on, recorded)
select o.obligation_id, said ->> x.chance % 4, make_date(c.year, 12, 15),
       tstzrange((make_date(c.year, 12, 16) + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from obligation o
  join campaign c using (campaign_id)
 cross join lateral (select hashint8(o.obligation_id) & 1023 as chance offset 0) x
 cross join (select current_setting('neu_guong.words')::jsonb -> 'limitations' as said offset 0) words
 where c.year between 2017 and 2019 and x.chance % 50 = 7 and upper(o.recorded) = 'infinity'
   and o.person_id not in (select person_id from account);

-- Another of the same cell; for whoever is alone there, one of two others.
create temp table cell_mates on commit drop as
select campaign_id, unit_id, min(person_id) as first_id, max(person_id) as last_id from obligation group by 1, 2;
analyze cell_mates;

create temp table followed on commit drop as
-- Materialised: otherwise it is asked again for each limitation.
with ends as materialized (select min(first_id) as first_id, max(last_id) as last_id from cell_mates)
select l.limitation_id, l.raised_on, o.person_id,
       case when s.first_id <> o.person_id then s.first_id when s.last_id <> o.person_id then s.last_id
            else e.person_id end as mate_id,
       hashint8(l.obligation_id) & 1023 as chance, l.raised_on < '2020-01-01' as is_over
  from limitation l
  join obligation o using (obligation_id)
  join cell_mates s on s.campaign_id = o.campaign_id and s.unit_id = o.unit_id
 cross join ends
 cross join lateral (select case o.person_id when ends.first_id then ends.last_id else ends.first_id end
                            as person_id) e;
analyze followed;

create function pg_temp.known_on(day date) returns tstzrange language sql immutable as $$
  select tstzrange((day + time '10:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
$$;

insert into limitation_step (limitation_id, state, happened_on, remedy, due_on, owner_id, actor_id, recorded)
select limitation_id, 'planned', raised_on + 5, said ->> chance % 3, raised_on + 200, person_id, mate_id,
       pg_temp.known_on(raised_on + 5)
  from followed
 cross join (select current_setting('neu_guong.words')::jsonb -> 'remedies' as said offset 0) words;

insert into limitation_step (limitation_id, state, happened_on, said, actor_id, recorded)
select limitation_id, 'carried', raised_on + 365, 'Mới làm được một phần', mate_id, pg_temp.known_on(raised_on + 365)
  from followed where case when is_over then chance % 6 else chance % 3 end = 0;
insert into limitation_step (limitation_id, state, happened_on, said, actor_id, recorded)
select limitation_id, 'carried', raised_on + 730, 'Vẫn chưa xong', mate_id, pg_temp.known_on(raised_on + 730)
  from followed where not is_over and chance % 3 = 0;

insert into limitation_step (limitation_id, state, happened_on, actor_id, recorded)
select limitation_id, 'repaired', d.day, person_id, pg_temp.known_on(d.day)
  from followed cross join lateral (select raised_on + case chance % 6 when 0 then 665 else 300 end as day) d
 where is_over;
insert into limitation_step (limitation_id, state, happened_on, actor_id, recorded)
select limitation_id, 'verified', d.day, mate_id, pg_temp.known_on(d.day)
  from followed cross join lateral (select raised_on + case chance % 6 when 0 then 695 else 330 end as day) d
 where is_over;
