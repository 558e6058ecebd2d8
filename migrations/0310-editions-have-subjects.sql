-- What an edition is about besides its section: a unit as it was called when it was written, or an instrument. By these
-- rows readers find it at a place, a body, a document.
create table edition_subject (
  edition_id     bigint      not null references edition,
  number         integer     not null check (number >= 1),  -- in the order in which they were named
  unit_id        integer     references unit,
  instrument_id  bigint      references instrument,
  name           text        not null check (name <> ''),
  recorded_at    timestamptz not null default recorded_now(),
  primary key (edition_id, number),
  unique (edition_id, unit_id),
  unique (edition_id, instrument_id),
  check (num_nonnulls(unit_id, instrument_id) = 1)
);
create index on edition_subject (unit_id);
create index on edition_subject (instrument_id);
call announce('edition_subject');
call seal('edition_subject', 'recorded_at');
