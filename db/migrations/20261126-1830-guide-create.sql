-- The guide of each unit (ogi-2019/12): what its text was made from, and what the unit adds to it.
create schema guide;

-- What the guide says of a unit beyond its own page; empty where the page, the site or the law answers.
create table guide.particulars (
  unit_id uuid primary key references organization.unit,
  receiving_office text not null,
  receiving_address text not null,
  receiving_phone text not null,
  receiving_hours text not null,
  online_address text not null,
  supervisor text not null,
  supervisor_phone text not null,
  reconsideration_body text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);

-- One row an edition that was made from data: which data (their fingerprint), and the version as it was made.
create table guide.making (
  edition_id uuid primary key references disclosure.edition,
  document_id uuid not null references disclosure.document,
  unit_id uuid not null references organization.unit,
  fingerprint text not null check (fingerprint <> ''),
  parts jsonb not null,
  -- an edition at another version was changed by people since
  version integer not null,
  made_at timestamptz not null
);
create index making_unit on guide.making (unit_id, made_at desc);

-- The last text whose difference the owner was told of, because people had worked on the draft.
create table guide.offer (
  unit_id uuid primary key references organization.unit,
  fingerprint text not null,
  told_at timestamptz not null
);

-- What stands under an entry was made from data that have changed since.
alter table catalogue.responsibility add column stale boolean not null default false;
