-- All that handing in leaves beside the text itself: its deeds, the prints of their words, the step, and the receipt.
with deeds as (
       insert into deed (commitment_id, ordinal, what, how, measure, due_on, registered_on)
       select :commitment_id::bigint, d.ordinal, d.what, nullif(d.how, ''), d.measure, d.due_on, :today::date
         from jsonb_to_recordset(:deeds::jsonb) as d (ordinal integer, what text, how text, measure text, due_on date)),
     prints as (
       insert into deed_print (campaign_id, print)
       select :campaign_id::integer, d.print from jsonb_to_recordset(:deeds::jsonb) as d (print text)),
     step as (
       insert into commitment_step (commitment_id, state, happened_on, actor_id)
       values (:commitment_id::bigint, 'submitted', :today::date, :actor_id::bigint))
insert into commitment_receipt (commitment_id, number, digest, person_id, entered_by)
values (:commitment_id::bigint, :number, :digest, :person_id::bigint, :entered_by::bigint)
