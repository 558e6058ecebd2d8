-- people/import: whoever leaves by a roster lays down what they hold, as by the form. Each tenure that an import has closed or opened is noted, and taken back with it.
alter table roster_effect drop constraint roster_effect_noun_check,
  add constraint roster_effect_noun_check check (noun in ('person', 'person_version', 'party_card', 'membership', 'tenure'));
