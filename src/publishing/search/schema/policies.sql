-- Only what is public stands here. The owner writes it, in the change that publishes.
grant select on search_text to neu_guong_app, neu_guong_auditor;
grant select on search_syllable to neu_guong_app, neu_guong_auditor;
grant select on search_collection to neu_guong_app, neu_guong_auditor;
