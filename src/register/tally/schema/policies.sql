grant select on commitment_tally to neu_guong_app, neu_guong_auditor;

grant select on leadership_tally to neu_guong_app, neu_guong_auditor;

grant select on tally_summary to neu_guong_app, neu_guong_auditor;

grant select on tally_summary_line to neu_guong_app, neu_guong_auditor;

grant select on conclusion_tally to neu_guong_app, neu_guong_auditor;

grant select on deed_tally to neu_guong_app, neu_guong_auditor;

grant select on tally to neu_guong_app, neu_guong_auditor;
