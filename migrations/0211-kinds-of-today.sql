insert into unit_kind values
  ('central-city', 'territory', 1, 'thành phố trực thuộc trung ương', 'centrally run city'),
  ('special-zone', 'territory', 3, 'đặc khu', 'special zone');
