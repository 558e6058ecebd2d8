-- The front page of the demo province, and what stands beside its articles.
update page_block set recorded = tstzrange(lower(recorded), transaction_timestamp())
 where page = 'home' and upper(recorded) = 'infinity';

insert into page_block (page, region, place, block, settings) values
  ('home',    'lead', 0, 'lead-story',   '{"slug": "xa-moi-bo-tieu-chi-moi"}'),
  ('home',    'lead', 1, 'news-list',    '{"most": 5, "without": "xa-moi-bo-tieu-chi-moi"}'),
  ('home',    'main', 0, 'figure-board', '{"day": "2021-02-19", "cells": [
    {"figure": "F1",  "asked": {"year": "2020"},
     "sentence": {"vi": "người thuộc diện đã có bản cam kết được duyệt, đợt năm 2020", "en": "of those who owed a commitment had one approved in the campaign of 2020"}},
    {"figure": "F16", "asked": {},
     "sentence": {"vi": "xã đang đạt chuẩn nông thôn mới sau khi sắp xếp lại", "en": "communes hold the new-countryside standard after the mergers"}},
    {"figure": "F11", "asked": {"from": "2016-01-01"},
     "sentence": {"vi": "tập thể, cá nhân được công nhận là điển hình từ năm 2016", "en": "collectives and people recognised as exemplars since 2016"}},
    {"figure": "F13", "asked": {"kind": "land", "from": "2016-01-01"},
     "sentence": {"vi": "đất dân hiến đã xác minh, từ năm 2016", "en": "of land given by the people and verified, since 2016"}}]}'),
  ('home',    'main', 1, 'commune-map',
   '{"day": "2021-02-19", "days": ["2017-12-31", "2020-01-31", "2020-02-01", "2021-02-19", "2022-12-31"]}'),
  ('home',    'main', 2, 'merger-note',  '{"day": "2021-02-19",
    "text": {
      "vi": "Từ năm 2015 đến năm 2020, {before} xã được công nhận đạt chuẩn. Ngày 01/02/2020 nhiều xã nhập lại với nhau, và một xã mới chỉ giữ được kết quả khi mọi xã hợp thành đều đã đạt; vì vậy đến 19/02/2021 còn {after} xã. Hai con số đều đúng: chúng trả lời hai câu hỏi khác nhau.",
      "en": "From 2015 to 2020, {before} communes were recognised. On 1 February 2020 many communes were joined, and a new one keeps the result only where every part of it had it; so on 19 February 2021 there were {after}. Both numbers are right: they answer two different questions."},
    "link": {"vi": "Xem từng xã một", "en": "See the communes one by one"}}'),
  ('home',    'main', 3, 'exemplar-wall', '{"most": 4}');

insert into page_edition (page, number) values ('home', 2);

update page_block set recorded = tstzrange(lower(recorded), transaction_timestamp())
 where page = 'article' and region = 'side' and block = 'news-list' and upper(recorded) = 'infinity';

insert into page_block (page, region, place, block, settings) values
  ('article', 'side', 1, 'related-news', '{"most": 4}'),
  ('article', 'side', 2, 'newer-news',   '{"most": 3}'),
  ('article', 'side', 3, 'older-news',   '{"most": 3}');

insert into page_edition (page, number) values ('article', 2);
