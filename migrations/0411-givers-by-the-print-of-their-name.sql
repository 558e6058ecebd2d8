-- A household is found by the print of its head's name, not by reading every giver of a commune.
alter table contribution_giver add column print text not null generated always as (giver_print(household)) stored;
create index on contribution_giver (print) where upper(recorded) = 'infinity';
