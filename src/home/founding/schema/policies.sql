call guard_persons('founding_step', auditor_reads => false);

grant select on backup_setting to neu_guong_app, neu_guong_auditor;
