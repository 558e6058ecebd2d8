-- ledger/: an auditor or an administrator reads what was done. Entries belong to no unit and cannot be divided among units, so whoever may must hold the role at a unit that has none above it.
-- They read numbers and digests: no entry holds a word about a person.
grant select on ledger_entry, ledger_head to neu_guong_app;

create function may_read_ledger() returns boolean language sql stable as $$
  select exists (
    select from units_where_may('ledger', 'read') u
      join unit_version v on v.unit_id = u.unit_id and v.valid @> today_in_vietnam() and upper(v.recorded) = 'infinity'
     where not exists (select from placement p
                        where p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and upper(p.recorded) = 'infinity'))
$$;
create policy who_may_reads on ledger_entry for select to neu_guong_app using ((select may_read_ledger()));

-- By day. Entries come in the order of their days, so a summary of each stretch of the table is enough, and costs a writer next to nothing.
create index ledger_entry_recorded on ledger_entry using brin (recorded) with (pages_per_range = 16);

-- Whoever audits sees what a unit is called to, and how many have handed in: counts, which hold no person.
insert into role_act (noun, act, role)
select 'campaign', 'read', unnest('{secretary,leader,unit-office,superior-office,auditor}'::text[]);
