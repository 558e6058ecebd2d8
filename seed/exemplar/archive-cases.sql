-- How the recognised exemplars of the demo came to be: put forward by the party organisation of their commune, verified
-- and voted on at the level above, announced, recommended and recognised, each step on a day of its own before the
-- decision. Where one of the two units had no head then, the case was on paper and is not here.
create temporary table told on commit drop as
select distinct on (e.exemplar_id) e.exemplar_id, e.keeper_id, p.person_id, r.achievement, r.decided_on,
       r.recorded as awarded,
       h.person_id as nominator, o.person_id as judge, p.name,
       (select x.recorded from recognition x where x.exemplar_id = e.exemplar_id and x.revoked_on is not null limit 1)
       as revoked
  from exemplar e
  join exemplar_profile p on p.exemplar_id = e.exemplar_id and is_open(p.recorded)
  join recognition r      on r.exemplar_id = e.exemplar_id and r.revoked_on is null
  join post a             on a.unit_id = e.keeper_id and a.is_head
  join tenure h           on h.post_id = a.post_id and h.valid @> r.decided_on - 80 and is_open(h.recorded)
                         and h.person_id is distinct from p.person_id
  join placement u        on u.unit_id = e.keeper_id and u.hierarchy = 'party' and u.valid @> r.decided_on - 80
                         and is_open(u.recorded)
  join post b             on b.unit_id = u.parent_id and b.is_head
  join tenure o           on o.post_id = b.post_id and o.valid @> r.decided_on - 80 and is_open(o.recorded)
                         and o.person_id not in (h.person_id, coalesce(p.person_id, 0))
 order by e.exemplar_id, r.decided_on;

insert into nomination (exemplar_id, unit_id, person_id, nominated_by, recorded)
select t.exemplar_id, t.keeper_id, t.person_id, t.nominator,
       tstzrange((t.decided_on - 80 + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from told t
 order by t.exemplar_id;

insert into nomination_text (nomination_id, achievement, account, recorded)
select n.nomination_id, t.achievement, 'Báo cáo thành tích bằng giấy, lưu tại đơn vị đề cử (dữ liệu mẫu).', n.recorded
  from told t join nomination n using (exemplar_id);

insert into nomination_step (nomination_id, state, taken_by, comment, recorded)
select n.nomination_id, s.state, case when s.days >= 78 then t.nominator else t.judge end, s.comment,
       case s.state when 'recognised' then t.awarded
            else tstzrange((t.decided_on - s.days + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity') end
  from told t
  join nomination n using (exemplar_id)
 cross join (values
       (80, 'draft', null), (78, 'submitted', null),
                    (60, 'verified', 'Đã đến nơi, gặp người biết việc; đúng như báo cáo.'),
       (45, 'council', null), (44, 'notice', null), (20, 'recommended', 'Không có ý kiến trái.'),
                    (0, 'recognised', null)) as s (days, state, comment)
 order by n.nomination_id, s.days desc;

insert into nomination_step (nomination_id, state, taken_by, recorded)
select n.nomination_id, 'revoked', t.judge, tstzrange(lower(t.revoked), 'infinity')
  from told t join nomination n using (exemplar_id)
 where t.revoked is not null;

insert into council_vote (nomination_id, met_on, seats, attended, in_favour, against, recorded)
select n.nomination_id, t.decided_on - 45, 9, 8, 8 - (t.exemplar_id % 2), t.exemplar_id % 2,
       tstzrange((t.decided_on - 45 + time '15:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from told t join nomination n using (exemplar_id);

insert into notice (nomination_id, exemplar_id, name, achievement, opened_on, working_days, recorded)
select n.nomination_id, t.exemplar_id, t.name, t.achievement, t.decided_on - 44, 10,
       tstzrange((t.decided_on - 44 + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from told t join nomination n using (exemplar_id);
