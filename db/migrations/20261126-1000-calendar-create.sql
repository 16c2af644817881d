-- Years of the holiday calendar that this office entered itself; those that came with the program stand in src/law/holidays.ts.
create schema calendar;

-- Only ever added to: of a year the latest row holds.
create table calendar.year_version (
  id bigint generated always as identity primary key,
  year integer not null check (year between 2008 and 2200),
  notice text not null check (notice <> ''),
  -- [["元旦", "01-01", "01-03"], …] and ["01-04", …], as in kernel/calendar.ts
  days_off jsonb not null,
  worked jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid not null references access.account,
  entered_by_name text not null
);
create index year_version_latest on calendar.year_version (year, id desc);

create table calendar.step_taken (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- null: the system itself
  by_account_id uuid references access.account,
  by_name text not null,
  step text not null,
  year integer,
  detail jsonb not null default '{}'
);
create index step_taken_year on calendar.step_taken (year, id desc);

-- By which calendar the stored due days were counted last, and when.
create table calendar.recount (
  single boolean primary key default true check (single),
  version text not null,
  counted_at timestamptz not null
);

-- What the public side counts by besides the shipped years.
create table publication.calendar_year (
  year integer primary key,
  notice text not null,
  days_off jsonb not null,
  worked jsonb not null,
  published_at timestamptz not null
);
