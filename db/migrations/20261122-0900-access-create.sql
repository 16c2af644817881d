-- Who may enter, as whom, and what they did. Knows units only by id, so that it needs no other module.
create schema access;

create table access.account (
  id uuid primary key default gen_random_uuid(),
  login text not null check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text not null check (name <> ''),
  password_hash text not null,
  password_set_at timestamptz not null,
  must_change_password boolean not null default true,
  -- AES-GCM under the key of the settings; null until the person has set up the second factor
  totp_secret bytea,
  -- a seed that waits for its first code
  totp_pending bytea,
  totp_required boolean not null default false,
  -- the last time step that was accepted, so that a code works once
  totp_last_step bigint,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  last_signed_in_at timestamptz,
  -- shown to the person at the next sign-in, so that a stranger's is noticed
  previous_signed_in_at timestamptz,
  constraint account_login_unique unique (login)
);

create table access.password_history (
  account_id uuid not null references access.account,
  password_hash text not null,
  set_at timestamptz not null,
  primary key (account_id, set_at)
);

create table access.session (
  -- SHA-256 of the token in the cookie
  token_hash bytea primary key,
  account_id uuid not null references access.account,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- false until the second factor is given
  complete boolean not null,
  address text,
  user_agent text
);
create index session_account on access.session (account_id);

-- Closure of the unit tree, itself included; kept by module organization.
create table access.unit_reach (
  ancestor_id uuid not null,
  descendant_id uuid not null,
  primary key (ancestor_id, descendant_id)
);
create index unit_reach_descendant on access.unit_reach (descendant_id);

-- What units are called, for lists and logs; kept by module organization.
create table access.unit_name (
  unit_id uuid primary key,
  name text not null
);

create table access.role_grant (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references access.account,
  role text not null,
  unit_id uuid not null,
  section_id uuid,
  valid_from date not null,
  valid_until date,
  granted_by uuid references access.account,
  granted_at timestamptz not null,
  revoked_by uuid references access.account,
  revoked_at timestamptz,
  check (valid_until is null or valid_until >= valid_from)
);
create index role_grant_account on access.role_grant (account_id) where revoked_at is null;
create index role_grant_role on access.role_grant (role, unit_id) where revoked_at is null;

create table access.stand_in (
  id uuid primary key default gen_random_uuid(),
  absent_id uuid not null references access.account,
  stand_in_id uuid not null references access.account,
  valid_from date not null,
  valid_until date not null,
  reason text not null check (reason <> ''),
  recorded_by uuid not null references access.account,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  check (absent_id <> stand_in_id),
  check (valid_until >= valid_from)
);
create index stand_in_absent on access.stand_in (absent_id) where ended_at is null;
create index stand_in_stand_in on access.stand_in (stand_in_id) where ended_at is null;

-- What everybody did: only ever added to. Kept at least six months (cybersecurity-2016/21, cybersecurity-2025/23).
create table access.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid,
  login text,
  -- the account stood in for, where there is one
  on_behalf_of uuid,
  action text not null,
  -- Chinese sentence of what was asked
  title text not null default '',
  object_kind text,
  object_id text,
  unit_id uuid,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  detail jsonb not null default '{}',
  address text
);
create index audit_at on access.audit (at desc, id desc);
create index audit_account on access.audit (account_id, at desc);
create index audit_object on access.audit (object_kind, object_id, at desc);
