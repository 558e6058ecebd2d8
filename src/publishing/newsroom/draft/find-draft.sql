-- A draft with its newest version, where it is, who wrote in it, and what was approved last.
select d.draft_id, d.unit_id, d.article_id, d.follows, d.begun_by, a.slug,
       v.number as version, v.content, v.recorded_at as saved_at, v.writer_name as saved_by,
       s.number as step, s.state, p.digest, p.publish_at, p.version as approved_version,
       (select json_agg(h.person_id order by h.person_id) from draft_hand h
         where h.draft_id = d.draft_id and h.hand = 'wrote') as writers,
       (select json_build_object('step', q.step, 'digest', q.digest, 'reason', q.emergency, 'by_name', t.actor_name,
                                 'signed_by', c.signer_name, 'signed_at', c.recorded_at)
          from (select * from draft_approval where draft_id = d.draft_id order by step desc limit 1) q
          join draft_step t on t.draft_id = q.draft_id and t.number = q.step
          left join draft_countersign c on c.draft_id = q.draft_id and c.step = q.step
         where q.emergency is not null) as emergency,
       open_comments(d.draft_id) as open_comments,
       (select max(e.number) from edition e where e.article_id = d.article_id and e.lang = 'vi') as edition_number
  from draft d
  left join article a using (article_id)
  join lateral (select number, content, recorded_at, writer_name from draft_version
                 where draft_id = d.draft_id order by number desc limit 1) v on true
  join lateral (select number, state from draft_step where draft_id = d.draft_id order by number desc limit 1) s on true
  left join draft_approval p on p.draft_id = d.draft_id and p.step = s.number
 where d.draft_id = :draft_id
