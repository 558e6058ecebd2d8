-- The reviews of past years are loaded without their triggers: what those would have counted.
insert into conclusion_tally (campaign_id, unit_id, valid_on, recorded_at, concluded)
select o.campaign_id, coalesce(m.unit_id, o.unit_id), s.happened_on, lower(s.recorded), count(*)
  from commitment_step s
  join commitment c using (commitment_id)
  join obligation o using (obligation_id)
  left join lateral (select v.unit_id from obligation_move v
                      where v.obligation_id = o.obligation_id and v.moved_on <= s.happened_on
                        and upper(v.recorded) = 'infinity'
                      order by v.moved_on desc limit 1) m on true
 where s.state = 'concluded' and upper(s.recorded) = 'infinity'
 group by 1, 2, 3, 4;
