-- Disclosure on application: what was asked, by whom, and every step that was taken. What is true of an application is folded from its steps; the columns are cached answers.
create schema requests;

create sequence requests.application_number;

create table requests.application (
  id uuid primary key,
  number text not null unique,
  -- of the code that the applicant was given with the number
  query_code_hash bytea not null,
  unit_id uuid not null references organization.unit,
  section_id uuid references organization.unit,
  handler_id uuid references access.account,
  channel text not null,
  applicant_kind text not null,
  -- seen by whoever may read the application; everything else about the person is sealed
  applicant_name text not null check (applicant_name <> ''),
  subject text not null check (subject <> ''),
  description text not null,
  wished_form text not null,
  delivery text not null,
  needs_help boolean not null default false,
  entered_by uuid references access.account,
  entered_at timestamptz not null,
  state text not null,
  steps integer not null,
  arrived_on date not null,
  received_on date,
  -- cached answers of the clock, with the calendar they used
  due_on date,
  awaited_until date,
  calendar_version text not null,
  provisional boolean not null,
  extended boolean not null default false,
  outcome text,
  concluded_on date,
  -- how far people have been told: 1 soon, 2 today, 3 late
  reminded smallint not null default 0,
  changed_at timestamptz not null,
  check (concluded_on is null or outcome is not null)
);
create index application_open on requests.application (due_on, id) where concluded_on is null;
create index application_open_unit on requests.application (unit_id, state, due_on) where concluded_on is null;
create index application_received on requests.application (unit_id, received_on desc);
create index application_concluded on requests.application (unit_id, concluded_on desc) where concluded_on is not null;
create index application_entered on requests.application (entered_at desc, id);

-- Identity number, contact person, address, telephone and mail, encrypted under the key of the installation.
create table requests.applicant_identity (
  application_id uuid primary key references requests.application,
  sealed bytea not null
);

-- Who looked at an identity, and why: only ever added to.
create table requests.identity_look (
  id bigint generated always as identity primary key,
  application_id uuid not null references requests.application,
  account_id uuid not null references access.account,
  account_name text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null
);
create index identity_look_of on requests.identity_look (application_id, id);

create table requests.step_taken (
  id bigint generated always as identity primary key,
  application_id uuid not null references requests.application,
  -- its place in the course of the application: two people cannot take the same turn
  ordinal integer not null,
  unit_id uuid not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  article text not null,
  entered_on date not null,
  input jsonb not null,
  -- null where the applicant did it
  by_account_id uuid references access.account,
  by_name text not null,
  role text not null,
  on_behalf_of uuid references access.account,
  at timestamptz not null,
  unique (application_id, ordinal)
);
