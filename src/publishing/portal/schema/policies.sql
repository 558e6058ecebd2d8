grant select on page to neu_guong_app, neu_guong_auditor;

grant select on page_block to neu_guong_app, neu_guong_auditor;

-- Which arrangement stood before the public since when is everybody's; who arranged it and how it came there is not.
grant select on page_edition to neu_guong_app, neu_guong_auditor;
