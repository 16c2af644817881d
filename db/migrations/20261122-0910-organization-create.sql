-- Units, people, posts, leading groups and who answers for disclosure; validity by dates, nothing deleted.
create schema organization;

create table organization.unit (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('government', 'department', 'section', 'town', 'street', 'village', 'community', 'institution')),
  parent_id uuid references organization.unit,
  name text not null check (name <> ''),
  short_name text not null default '',
  -- 9 characters of GB 11714 (shape checked, check digit only warned of), or null
  organization_code text,
  -- 18 characters of GB 32100, or null
  credit_code text,
  -- path word of the unit's public pages
  slug text not null,
  duties text not null default '',
  address text not null default '',
  office_hours text not null default '',
  phone text not null default '',
  fax text not null default '',
  email text not null default '',
  postcode text not null default '',
  position integer not null default 0,
  -- the disclosure office of the superior publishes for a unit that has nobody (代发)
  has_own_staff boolean not null default true,
  -- what the public sees under a column with nothing in it: 本机关无此类信息, or nothing
  empty_columns text not null default 'none-held' check (empty_columns in ('none-held', 'hidden')),
  valid_from date not null,
  valid_until date,
  version integer not null default 1,
  check (valid_until is null or valid_until >= valid_from)
);
create unique index unit_slug on organization.unit (slug);
create index unit_parent on organization.unit (parent_id, position);

-- Name and parent as they were before a change: each row a stretch of days that is over. The stretch after the last one is `unit` itself.
create table organization.former_standing (
  unit_id uuid not null references organization.unit,
  name text not null check (name <> ''),
  short_name text not null,
  parent_id uuid references organization.unit,
  valid_from date not null,
  valid_until date not null,
  primary key (unit_id, valid_from),
  check (valid_until >= valid_from)
);

create table organization.succession (
  id uuid primary key default gen_random_uuid(),
  predecessor_id uuid not null references organization.unit,
  -- nobody takes over an abolished unit
  successor_id uuid references organization.unit,
  kind text not null check (kind in ('merged', 'renamed', 'split', 'abolished')),
  -- last day of the predecessor
  happened_on date not null,
  note text not null default '',
  unique (predecessor_id, successor_id),
  check ((kind = 'abolished') = (successor_id is null)),
  check (predecessor_id <> successor_id)
);
create index succession_successor on organization.succession (successor_id);

create table organization.person (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name <> ''),
  account_id uuid unique references access.account,
  office_phone text not null default '',
  email text not null default ''
);

create table organization.post (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references organization.person,
  unit_id uuid not null references organization.unit,
  section_id uuid references organization.unit,
  title text not null check (title <> ''),
  -- leaders stand on the unit's public page, in this order
  is_leader boolean not null default false,
  rank integer not null default 0,
  duties text not null default '',
  valid_from date not null,
  valid_until date,
  check (valid_until is null or valid_until >= valid_from)
);
create index post_unit on organization.post (unit_id, rank);
create index post_person on organization.post (person_id);

create table organization.leading_group (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  name text not null check (name <> ''),
  -- where its office sits
  office_section text not null default '',
  valid_from date not null,
  valid_until date
);
create index leading_group_unit on organization.leading_group (unit_id);

create table organization.leading_group_member (
  id uuid primary key default gen_random_uuid(),
  leading_group_id uuid not null references organization.leading_group,
  person_id uuid not null references organization.person,
  -- in the order in which they were seated
  place bigint generated always as identity,
  seat text not null check (seat in ('chair', 'vice-chair', 'member', 'office-head', 'office-deputy', 'office-member')),
  valid_from date not null,
  valid_until date
);
create index leading_group_member_group on organization.leading_group_member (leading_group_id);

-- 第一责任人 and contact of every unit, a public register
create table organization.responsible_person (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  person_id uuid not null references organization.person,
  contact_id uuid references organization.person,
  contact_phone text not null default '',
  valid_from date not null,
  valid_until date
);
create index responsible_person_unit on organization.responsible_person (unit_id);

-- what was done to units and people, by whom: the public change history and the "as of" view come from here
create table organization.step_taken (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by_account_id uuid not null references access.account,
  by_name text not null,
  step text not null,
  unit_id uuid references organization.unit,
  person_id uuid references organization.person,
  -- json, not jsonb: the order of the words is kept
  detail json not null default '{}'
);
create index step_taken_unit on organization.step_taken (unit_id, at desc);
