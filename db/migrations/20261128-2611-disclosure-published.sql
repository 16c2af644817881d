-- The home page of the office counts what was published this month and shows the newest: among a million editions that are over.
create index edition_published on disclosure.edition (published_at desc, id desc) where published_at is not null;
