-- A verdict belongs to an edition and keeps the waivers that it rested on.
alter table gate.verdict
  add column edition_id uuid,
  add column waivers jsonb not null default '[]';
create index verdict_edition on gate.verdict (edition_id, given_at desc);

-- Somebody lets one finding of one edition stand, and says why. Bound to what was found: a changed text asks again.
create table gate.waiver (
  id uuid primary key default gen_random_uuid(),
  edition_id uuid not null,
  fingerprint text not null check (fingerprint <> ''),
  code text not null,
  place text not null,
  -- numbers of persons veiled
  excerpt text not null,
  reason text not null check (reason <> ''),
  waived_by uuid not null references access.account,
  by_name text not null,
  role text not null,
  on_behalf_of uuid,
  waived_at timestamptz not null,
  revoked_by uuid references access.account,
  revoked_at timestamptz,
  check ((revoked_by is null) = (revoked_at is null))
);
create unique index waiver_in_force on gate.waiver (edition_id, fingerprint) where revoked_at is null;
create index waiver_edition on gate.waiver (edition_id, waived_at);

-- What the last look at an edition in work found, as counts: for lists. A cached answer, made anew after each saving.
create table gate.look (
  edition_id uuid primary key,
  edition_version integer not null,
  errors integer not null,
  warnings integer not null,
  remarks integer not null,
  waived integer not null,
  looked_at timestamptz not null
);
create index look_open on gate.look (edition_id) where errors + warnings > 0;

-- What the administrator changed of the wrong words: a row adds a word to the starting list, changes one of it, or ends it.
create table gate.word (
  wrong text primary key check (wrong <> ''),
  correct text not null,
  exceptions text[] not null default '{}',
  severity text not null check (severity in ('error', 'warning', 'remark')),
  note text not null default '',
  ended boolean not null default false,
  changed_by uuid not null references access.account,
  changed_at timestamptz not null
);
create index word_changed on gate.word (changed_at);

-- How a unit shortens numbers of persons; the row without a unit is the site's.
create table gate.mask_choice (
  unit_id uuid references organization.unit,
  kind text not null check (kind in ('identity', 'mobile', 'bank-card')),
  form text not null,
  chosen_by uuid not null references access.account,
  chosen_at timestamptz not null,
  unique nulls not distinct (unit_id, kind)
);
