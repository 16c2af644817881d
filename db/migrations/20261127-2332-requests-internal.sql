-- What the office keeps for itself about an application: notes, who watches it, and its own days before the day for the reply.
create table requests.note (
  id uuid primary key,
  application_id uuid not null references requests.application,
  text text not null check (text <> ''),
  by_account_id uuid not null references access.account,
  by_name text not null,
  at timestamptz not null
);
create index note_of on requests.note (application_id, at desc, id);

create table requests.watcher (
  application_id uuid not null references requests.application,
  account_id uuid not null references access.account,
  since timestamptz not null,
  primary key (application_id, account_id)
);
create index watcher_account on requests.watcher (account_id);

-- Working days before the day for the reply by which it is drafted, reviewed and sent; a unit without a row has no such days.
create table requests.internal_term (
  unit_id uuid primary key references organization.unit,
  draft_days smallint not null,
  review_days smallint not null,
  send_days smallint not null,
  set_by uuid not null references access.account,
  set_by_name text not null,
  set_at timestamptz not null,
  check (send_days >= 0 and review_days >= send_days and draft_days >= review_days and draft_days <= 20)
);

-- how far people were told of the office's own days: 1 draft, 2 review, 3 send
alter table requests.application add column reminded_internal smallint not null default 0;
