-- Of words that many texts hold the newest are looked at, and titles by themselves. Words stand with their rows.
-- (decision 0200)
drop index search_words;
alter table search_text
  add column block integer[] not null
      generated always as (array[case kind when 'document' then -1 else number / 4096 end]) stored;
alter table search_text alter column words set storage main;
update search_text set words = words || ''::tsvector;
create index search_words on search_text using gin (words, block, labels) with (fastupdate = off);
create index search_titles on search_text using gin (ts_filter(words, '{a}')) with (fastupdate = off);
