-- The page of a movement, arranged as the others are.
insert into page values ('movement');
insert into page_edition (page, number) values ('movement', 1);
insert into page_block (page, region, place, block, settings) values
  ('movement', 'main', 0, 'movement-header',        '{}'),
  ('movement', 'main', 1, 'movement-figures',       '{}'),
  ('movement', 'main', 2, 'movement-articles',      '{}'),
  ('movement', 'main', 3, 'movement-exemplars',     '{}'),
  ('movement', 'main', 4, 'movement-adoptions',     '{}'),
  ('movement', 'main', 5, 'movement-contributions', '{}');

-- What the page is made from is announced.
call announce('theme');
call announce('campaign_state');
