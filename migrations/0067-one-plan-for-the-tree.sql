-- commitment/: the same answer as before. Whether a summary's tree is still that of today is thirteen looks into an index, and was planned anew for each figure: twice as long as the figure's own rows took.
alter function is_same_tree(date, timestamptz, date) set plan_cache_mode = 'force_generic_plan';
