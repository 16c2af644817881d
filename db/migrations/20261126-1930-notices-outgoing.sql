-- What leaves the house by mail: written in the transaction of what happened, sent by the worker.

-- Where an official wants to be reminded; proved by a code that was sent there.
create table notices.mail_address (
  account_id uuid primary key references access.account,
  address text,
  confirmed_at timestamptz,
  -- the last digest told of everything up to here
  told_until timestamptz,
  pending_address text,
  -- SHA-256
  pending_code bytea,
  pending_until timestamptz,
  pending_tries int not null default 0,
  asked_at timestamptz,
  check ((address is null) = (confirmed_at is null)),
  check ((pending_address is null) = (pending_code is null) and (pending_address is null) = (pending_until is null))
);

create table notices.outgoing (
  id uuid primary key,
  kind text not null,
  account_id uuid references access.account,
  -- never holds a personal detail: it is shown in lists and read on lock screens
  subject text not null,
  -- recipient and text, AES-GCM under the key of the settings; emptied when the message has gone or is given up
  sealed bytea,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  tries int not null default 0,
  last_fault text,
  sent_at timestamptz,
  given_up_at timestamptz,
  check (sent_at is null or given_up_at is null),
  check ((sealed is not null) or sent_at is not null or given_up_at is not null)
);
create index outgoing_waiting on notices.outgoing (next_try_at) where sent_at is null and given_up_at is null;
create index outgoing_newest on notices.outgoing (created_at desc, id);
create index outgoing_account on notices.outgoing (account_id);

-- What the worker said of its way out when it started: without a mail server nothing is promised.
create table notices.mail_server (
  only_row boolean primary key default true check (only_row),
  sender text,
  told_at timestamptz not null
);
