-- The obligations of a person, the latest year first.
select o.obligation_id, c.year, t.opens_on, t.closes_on
  from obligation o
  join campaign c       using (campaign_id)
  join campaign_terms t on t.campaign_id = o.campaign_id and upper(t.recorded) = 'infinity'
 where o.person_id = :person_id
 order by c.year desc
