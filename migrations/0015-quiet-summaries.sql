-- commitment/: a summary changes no answer, only how soon it comes. No page was made from it, so its upkeep, every few seconds, takes no page away.
drop trigger announce_change on tally_summary;
drop trigger announce_change on tally_summary_line;
