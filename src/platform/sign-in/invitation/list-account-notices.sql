-- What somebody was told of invitations and has not seen yet; the latest first. Everybody knows by name whom it is
-- about and who printed it; of a machine there is nobody.
select n.account_notice_id, n.kind, n.made_at, n.invitation_id, i.grounds, name_of(i.person_id) as full_name, i.person_id = n.person_id as is_mine,
       name_of(i.made_by) as maker_name, i.used_at is null and i.withdrawn_at is null and i.expires_at > :now::timestamptz as is_open
  from account_notice n
  join invitation i on i.invitation_id = n.invitation_id
 where n.person_id = current_person_id() and n.seen_at is null
 order by n.account_notice_id desc
 limit 20
