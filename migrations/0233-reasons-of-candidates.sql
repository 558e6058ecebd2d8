-- Why a line may be somebody: two reasons were called otherwise once.
select set_config('neu_guong.loading', 'yes', true);
update roster_candidate set why = 'card-and-name' where why = 'card';
update roster_candidate set why = 'name-and-day' where why = 'name-and-birth';
select set_config('neu_guong.loading', '', true);
alter table roster_candidate add check (why in ('card-and-name', 'name-and-day', 'name-and-year', 'card-differs', 'name-without-birth',
                                                'name-differs', 'birth-differs', 'card-of-another'));
