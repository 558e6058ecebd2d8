grant select on figure_run to neu_guong_app, neu_guong_auditor;
