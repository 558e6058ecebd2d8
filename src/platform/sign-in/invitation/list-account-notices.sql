-- What somebody was told of invitations and has not seen yet; the latest first. Everybody knows by name whom it is
-- about and who printed it; of a machine there is nobody. What one press printed for others is told once, with of how
-- many it is.
select t.account_notice_id, t.kind, t.made_at, t.invitation_id, t.grounds, t.full_name, t.is_mine, t.maker_name,
       t.is_open, t.people
  from (select n.account_notice_id, n.kind, n.made_at, n.invitation_id, i.grounds, name_of(i.person_id) as full_name,
               i.person_id = n.person_id as is_mine,
               name_of(i.made_by) as maker_name, i.used_at is null and i.withdrawn_at is null
               and i.expires_at > :now::timestamptz as is_open,
               count(*) over told_once::integer as people,
               row_number() over (told_once order by n.account_notice_id desc) as at
          from account_notice n
          join invitation i on i.invitation_id = n.invitation_id
         where n.person_id = current_person_id() and n.seen_at is null
        window told_once as (partition by n.kind,
                             case when i.person_id = n.person_id
                                    or i.invitation_batch_id is null then -n.account_notice_id
                                  else i.invitation_batch_id end)) t
 where t.at = 1
 order by t.account_notice_id desc
 limit 20
