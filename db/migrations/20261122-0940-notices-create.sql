-- What officials are told.
create schema notices;
create table notices.notice (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references access.account,
  kind text not null,
  title text not null,
  -- route in the office, e.g. /editions/…
  link text not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index notice_account on notices.notice (account_id, created_at desc);
create index notice_unread on notices.notice (account_id) where read_at is null;
