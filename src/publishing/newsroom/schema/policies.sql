grant select on article to neu_guong_app, neu_guong_auditor;

grant select on edition to neu_guong_app, neu_guong_auditor;

grant select on citation to neu_guong_app, neu_guong_auditor;
