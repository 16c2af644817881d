-- What follows upon an application (投诉举报、行政复议、行政诉讼): every step that was taken; the columns of the remedy itself are cached answers.
create table requests.remedy (
  id uuid primary key,
  application_id uuid not null references requests.application,
  kind text not null,
  raised_by text not null,
  state text not null,
  steps integer not null,
  received_on date not null,
  -- who decides, and under which number
  body text not null check (body <> ''),
  number text not null,
  after_reconsideration boolean not null,
  -- cached answers of the clock, with the calendar they used
  due_on date,
  awaited_until date,
  calendar_version text not null,
  provisional boolean not null,
  result text,
  concluded_on date,
  -- how far people have been told: 1 soon, 2 today, 3 late
  reminded smallint not null default 0,
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  check ((concluded_on is null) = (result is null))
);
create index remedy_of on requests.remedy (application_id, entered_at);
create index remedy_due on requests.remedy (due_on, id) where due_on is not null;
create index remedy_received on requests.remedy (received_on desc, id);

-- Only ever added to.
create table requests.remedy_step (
  id bigint generated always as identity primary key,
  remedy_id uuid not null references requests.remedy,
  -- its place in the course of the remedy: two people cannot take the same turn
  ordinal integer not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  article text not null,
  entered_on date not null,
  input jsonb not null,
  by_account_id uuid not null references access.account,
  by_name text not null,
  role text not null,
  on_behalf_of uuid references access.account,
  at timestamptz not null,
  unique (remedy_id, ordinal)
);
