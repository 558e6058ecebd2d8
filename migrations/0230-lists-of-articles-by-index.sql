-- A list of articles is read from where it begins, newest first, and not from all that was ever published.
create index edition_first on edition (lang, published_at desc, article_id desc) where number = 1;
create index edition_title on edition using gin (folded(title) gin_trgm_ops);
create index article_topic on article (topic);
