-- programme/: whoever withdraws a campaign closes its terms and its states, and writes anew how far these went.  (docs/decisions/0087)
grant update (recorded) on campaign_terms, campaign_state to neu_guong_app;
create policy who_may_withdraw_closes on campaign_terms for update to neu_guong_app using (
  exists (select from campaign c where c.campaign_id = campaign_terms.campaign_id and c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u)));
create policy who_may_withdraw_closes on campaign_state for update to neu_guong_app using (
  exists (select from campaign c where c.campaign_id = campaign_state.campaign_id and c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u)));
drop policy who_may_issue_adds on campaign_state;
create policy who_may_issue_or_withdraw_adds on campaign_state for insert to neu_guong_app with check (
  exists (select from campaign c where c.campaign_id = campaign_state.campaign_id
                                   and (c.unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u)
                                        or c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u))));
