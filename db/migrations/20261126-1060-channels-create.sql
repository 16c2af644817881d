-- Where a piece of information was made public, besides the website: that stands in `publication` and is counted from there.
create schema channels;

-- A piece that never stood on the website: read out at a meeting, posted on a village board.
create table channels.offline_piece (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  title text not null check (title <> ''),
  -- what it said, as far as somebody typed it: likeness is judged by it
  text text not null,
  entered_by uuid not null references access.account,
  entered_at timestamptz not null
);
create index offline_piece_unit on channels.offline_piece (unit_id, entered_at desc);

-- One appearance of one piece on one channel. Never deleted: struck with a reason, and corrected with the old values in step_taken.
create table channels.entry (
  id uuid primary key default gen_random_uuid(),
  -- id of the public document; no reference, because a withdrawn document leaves only its tombstone
  document_id uuid,
  offline_piece_id uuid references channels.offline_piece,
  piece_id uuid not null generated always as (coalesce(document_id, offline_piece_id)) stored,
  unit_id uuid not null references organization.unit,
  -- key of channels/law/channels.ts
  channel text not null check (channel <> 'website'),
  shown_on date not null,
  -- board, page of a newspaper, name of an account
  place text not null,
  address text not null,
  note text not null,
  entered_by uuid not null references access.account,
  entered_at timestamptz not null,
  version integer not null default 1,
  struck_at timestamptz,
  struck_by uuid references access.account,
  struck_reason text not null default '',
  check ((document_id is null) <> (offline_piece_id is null)),
  check ((struck_at is null) = (struck_reason = ''))
);
create unique index entry_once on channels.entry (piece_id, channel, shown_on, place) where struck_at is null;
create index entry_piece on channels.entry (piece_id);
create index entry_unit on channels.entry (unit_id, shown_on desc, id);
create index entry_shown on channels.entry (shown_on desc, id);

-- Photographs, scans and screen pictures that prove an entry.
create table channels.evidence (
  id uuid primary key default gen_random_uuid(),
  entry_id uuid not null references channels.entry,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  added_by uuid not null references access.account,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references access.account,
  unique (entry_id, sha256)
);

-- Pieces that somebody said are the same information: all of them name one, which stands for all.
create table channels.same_information (
  piece_id uuid primary key,
  root_id uuid not null,
  said_by uuid not null references access.account,
  said_at timestamptz not null
);
create index same_information_root on channels.same_information (root_id);

-- What likeness is looked up by: bands of a minimum hash of the text, and the hash itself.
create table channels.likeness_print (
  piece_id uuid primary key,
  unit_id uuid not null,
  -- revision of the document that was read
  revision integer not null,
  bands bigint[] not null
);
create index likeness_print_bands on channels.likeness_print using gin (bands) with (fastupdate = off);

-- Two pieces that look alike: the question, and what somebody answered.
create table channels.likeness (
  one_id uuid not null,
  other_id uuid not null,
  one_unit_id uuid not null,
  other_unit_id uuid not null,
  -- thousandths of their shingles that both have
  alike integer not null check (alike between 0 and 1000),
  found_at timestamptz not null,
  answer text check (answer in ('same', 'different')),
  answered_by uuid references access.account,
  answered_at timestamptz,
  primary key (one_id, other_id),
  check (one_id < other_id),
  check ((answer is null) = (answered_at is null))
);
create index likeness_open on channels.likeness (one_unit_id, alike desc) where answer is null;
create index likeness_open_other on channels.likeness (other_unit_id) where answer is null;
create index likeness_other on channels.likeness (other_id);

-- What was done in the ledger: only ever added to.
create table channels.step_taken (
  id bigint generated always as identity primary key,
  -- entry, piece, bulletin, delivery
  about text not null,
  about_id uuid not null,
  unit_id uuid,
  step text not null,
  by_account_id uuid not null references access.account,
  by_name text not null,
  at timestamptz not null,
  reason text not null default '',
  detail jsonb not null default '{}'
);
create index step_taken_about on channels.step_taken (about_id, id);
