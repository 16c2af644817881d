-- 内部公开: published to the signed-in staff of a unit, or of the units below it too. Never in schema publication.
alter table disclosure.edition drop constraint edition_disclosure_mode_check;
alter table disclosure.edition add constraint edition_disclosure_mode_check check (disclosure_mode in ('proactive', 'internal', 'on-application', 'not-disclosed'));
drop index disclosure.edition_in_work;
create unique index edition_in_work on disclosure.edition (document_id)
  where state not in ('published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded');

create table disclosure.internal_publication (
  document_id uuid primary key references disclosure.document,
  edition_id uuid not null references disclosure.edition,
  unit_id uuid not null references organization.unit,
  reach text not null check (reach in ('unit', 'units-below')),
  first_published_at timestamptz not null,
  published_at timestamptz not null
);
create index internal_publication_unit on disclosure.internal_publication (unit_id, published_at desc, document_id);

-- Who opened which text, when first and last: the proof of reading.
create table disclosure.internal_reading (
  edition_id uuid not null references disclosure.edition,
  account_id uuid not null references access.account,
  first_read_at timestamptz not null,
  last_read_at timestamptz not null,
  primary key (edition_id, account_id)
);
