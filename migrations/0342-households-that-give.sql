-- Which gifts are of one household: it is known by the first of them.
create table contribution_household (
  contribution_id  bigint    primary key references contribution,
  household_id     bigint    not null references contribution,
  recorded         tstzrange not null default tstzrange(recorded_now(), 'infinity')
);
create index on contribution_household (household_id);
call announce('contribution_household');
call keep_history('contribution_household');

-- Of what is there already: one name of a giver at one place is one household, as `know_households` has it from now on.
set local neu_guong.loading = 'yes';
insert into contribution_household (contribution_id, household_id, recorded)
select n.contribution_id, min(n.contribution_id) over (partition by n.place_id, n.print), n.recorded
  from (select g.contribution_id, g.recorded, c.place_id,
               regexp_replace(folded(g.household), '^((ho|gia dinh|ong|ba|anh|chi|co|chu|bac) +)+', '') as print
          from contribution_giver g join contribution c using (contribution_id)
         where g.giver_kind = 'household' and upper(g.recorded) = 'infinity') n;
set local neu_guong.loading = '';

call seal('contribution_household');
