-- programme/: whoever was lent the withdrawing of campaigns alone writes how far their states went, too.  (docs/decisions/0087)
drop policy who_may_issue_adds on campaign_state;
create policy who_may_issue_or_withdraw_adds on campaign_state for insert to neu_guong_app with check (
  exists (select from campaign c where c.campaign_id = campaign_state.campaign_id
                                   and (c.unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u)
                                        or c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u))));
