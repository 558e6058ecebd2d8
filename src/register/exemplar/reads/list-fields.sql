-- The fields an exemplar may stand in.
select field, name_vi, name_en
  from field
 order by field
