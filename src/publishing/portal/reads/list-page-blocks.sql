-- The blocks of a page as they are arranged at an instant of the register.
select b.region, b.block, b.settings
  from page_block b
 where b.page = :page
   and b.recorded @> :recorded_as_of::timestamptz
 order by b.region, b.place
