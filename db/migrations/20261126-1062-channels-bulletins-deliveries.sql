-- Bulletins: documents of a period, picked and ordered, with a foreword; issued as an edition of `disclosure`.
create table channels.bulletin (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  -- name of the series: 政务公开简报
  title text not null check (title <> ''),
  year integer not null,
  -- allocated once, when the edition is made
  issue integer,
  foreword text not null,
  column_id uuid,
  document_ids uuid[] not null,
  version integer not null default 1,
  created_by uuid not null references access.account,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  edition_id uuid references disclosure.edition,
  issued_at timestamptz,
  unique (unit_id, title, year, issue),
  check ((issue is null) = (issued_at is null))
);
create index bulletin_unit on channels.bulletin (unit_id, created_at desc);
create index bulletin_edition on channels.bulletin (edition_id) where edition_id is not null;

-- Last number given in a series of a unit in a year: never given again.
create table channels.bulletin_serial (
  unit_id uuid not null references organization.unit,
  title text not null,
  year integer not null,
  last integer not null,
  primary key (unit_id, title, year)
);

-- Places where disclosed information can be read (ogi-2019/25): archives, libraries, service halls.
create table channels.reading_point (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  name text not null check (name <> ''),
  kind text not null,
  address text not null,
  ended_on date,
  unique (unit_id, name)
);

create table channels.delivery (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  reading_point_id uuid not null references channels.reading_point,
  delivered_on date not null,
  medium text not null,
  handed_by text not null,
  received_by text not null,
  -- number of the receipt that the place gave
  receipt text not null,
  note text not null,
  entered_by uuid not null references access.account,
  entered_at timestamptz not null,
  struck_at timestamptz,
  struck_reason text not null default '',
  check ((struck_at is null) = (struck_reason = ''))
);
create index delivery_unit on channels.delivery (unit_id, delivered_on desc);
create index delivery_point on channels.delivery (reading_point_id, delivered_on desc);

create table channels.delivery_item (
  delivery_id uuid not null references channels.delivery,
  document_id uuid not null,
  primary key (delivery_id, document_id)
);
create index delivery_item_document on channels.delivery_item (document_id);
