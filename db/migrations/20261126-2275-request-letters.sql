-- Letters of an application (文书): never changed once issued, numbered without a gap by unit, year and kind; how each reached its reader; a unit's own letterhead and wording.
create table requests.letterhead (
  unit_id uuid primary key references organization.unit,
  -- 机关代字: what the numbers of the unit's letters begin with
  code text not null check (code <> ''),
  red_head boolean not null,
  -- where a reconsideration can be asked for over the internet (recon-2023/22); empty while it is not known
  review_channel text not null,
  set_by uuid not null references access.account,
  set_at timestamptz not null
);

-- Only ever added to: the newest row of a kind is the wording of the unit, an empty one goes back to the starting text.
create table requests.letter_wording (
  id bigint generated always as identity primary key,
  unit_id uuid not null references organization.unit,
  kind text not null,
  text text not null,
  set_by uuid not null references access.account,
  set_by_name text not null,
  set_at timestamptz not null
);
create index letter_wording_newest on requests.letter_wording (unit_id, kind, id desc);

create table requests.letter_count (
  unit_id uuid not null references organization.unit,
  year integer not null,
  kind text not null,
  last integer not null check (last > 0),
  primary key (unit_id, year, kind)
);

create table requests.letter (
  id uuid primary key,
  application_id uuid not null references requests.application,
  unit_id uuid not null references organization.unit,
  unit_name text not null,
  kind text not null,
  -- number of the consultation that it is about; 0 where it is about none
  about integer not null,
  version integer not null check (version > 0),
  number text not null,
  addressee text not null,
  body text not null check (body <> ''),
  -- the paragraph about remedies; null where a letter carries none
  remedy text,
  contact text not null,
  red_head boolean not null,
  issued_on date not null,
  issued_by uuid not null references access.account,
  issued_by_name text not null,
  issued_at timestamptz not null,
  unique (application_id, kind, about, version),
  unique (unit_id, number, version)
);

-- 送达: when and how a letter reached its reader, with what proves it. Written once.
create table requests.letter_service (
  letter_id uuid primary key references requests.letter,
  way text not null,
  -- the day of posting for post, of the signature for handing over, of arrival for electronic service
  served_on date not null,
  -- the day on which the other side got it; null while it is not known
  received_on date,
  proof text not null check (proof <> ''),
  recorded_by uuid not null references access.account,
  recorded_by_name text not null,
  recorded_at timestamptz not null
);
