-- What must be disclosed: entries of the catalogue with their versions, who answers for each, and imports waiting for a person.
create schema catalogue;

create table catalogue.entry (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('government', 'party', 'internal')),
  begins_on date not null,
  -- last day; null while it is in force
  ends_on date,
  -- field and items of the present version, folded: how an import finds the entry again
  key text not null,
  created_at timestamptz not null,
  check (ends_on is null or ends_on >= begins_on - 1)
);
create unique index entry_key on catalogue.entry (key) where ends_on is null;

create table catalogue.entry_version (
  id uuid primary key default gen_random_uuid(),
  entry_id uuid not null references catalogue.entry,
  number integer not null,
  begins_on date not null,
  ends_on date,
  field text not null check (field <> ''),
  serial integer not null,
  item1 text not null check (item1 <> ''),
  item2 text not null,
  item3 text not null,
  elements text not null,
  basis text not null,
  limit_text text not null,
  -- kind, number of days, and days of a notice: catalogue/rules/limit.ts
  time_limit jsonb not null,
  body_text text not null,
  unit_ids uuid[] not null,
  unit_kinds text[] not null,
  channels text[] not null,
  channel_other text not null,
  audience text not null check (audience in ('society', 'group', 'staff')),
  audience_who text not null,
  mode text not null check (mode in ('proactive', 'on-application')),
  tiers text[] not null,
  statutory_item text,
  column_ids uuid[] not null,
  -- regular, ad-hoc or permanent: catalogue/rules/rhythm.ts
  rhythm jsonb not null,
  note text not null default '',
  made_by uuid not null references access.account,
  made_by_name text not null,
  made_at timestamptz not null,
  unique (entry_id, number)
);
create unique index entry_version_present on catalogue.entry_version (entry_id) where ends_on is null;
create index entry_version_field on catalogue.entry_version (field, serial) where ends_on is null;
create index entry_version_columns on catalogue.entry_version using gin (column_ids) where ends_on is null;

-- Who answers for an entry: one row a unit. A unit's section is chosen by the unit itself.
create table catalogue.responsibility (
  id uuid primary key default gen_random_uuid(),
  entry_id uuid not null references catalogue.entry,
  unit_id uuid not null references organization.unit,
  section_id uuid references organization.unit,
  since date not null,
  -- first day on which it is no longer answered for
  until date,
  -- day on which the next duty is to be made; null where none is made by the calendar
  next_on date,
  unique (entry_id, unit_id)
);
create index responsibility_unit on catalogue.responsibility (unit_id) where until is null;
create index responsibility_next on catalogue.responsibility (next_on) where until is null and next_on is not null;

create table catalogue.import (
  id uuid primary key default gen_random_uuid(),
  file_name text not null,
  -- rows as they were read, with their places; differences are made anew each time they are looked at
  rows jsonb not null,
  refused jsonb not null,
  made_by uuid not null references access.account,
  made_by_name text not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  applied_by_name text,
  applied jsonb
);
create index import_made on catalogue.import (made_at desc);

create table catalogue.step_taken (
  id bigint generated always as identity primary key,
  entry_id uuid references catalogue.entry,
  step text not null,
  by_account_id uuid references access.account,
  by_name text not null,
  at timestamptz not null,
  detail jsonb not null default '{}'
);
create index step_taken_entry on catalogue.step_taken (entry_id, at desc);
