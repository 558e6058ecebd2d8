grant select on page to neu_guong_app, neu_guong_auditor;

grant select on page_block to neu_guong_app, neu_guong_auditor;
