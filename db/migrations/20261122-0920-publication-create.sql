-- The one door. All that is public and nothing else; no foreign key leads out, so that it can be replicated alone.
create schema publication;

-- Public face of a unit, as organization last published it.
create table publication.unit (
  id uuid primary key,
  parent_id uuid,
  kind text not null,
  name text not null,
  short_name text not null,
  slug text not null unique,
  -- front code of the index numbers: organization code or unified credit code
  front_code text not null,
  position integer not null,
  empty_columns text not null,
  -- shape in publication/rules/unit-profile.ts: duties, address, hours, telephone, leaders, leading group, responsible person
  profile jsonb not null,
  successor_id uuid,
  valid_until date,
  published_at timestamptz not null
);
create index unit_parent on publication.unit (parent_id, position);

create table publication.site_column (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references publication.site_column,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  name text not null check (name <> ''),
  -- guide, rules, statutory (below 法定主动公开内容), annual-report, news, notices, policy, interpretation, key-field, general
  kind text not null,
  -- key of the Article 20/21 item the column stands for (law/statutory-items.ts), or null
  statutory_item text,
  description text not null default '',
  keywords text not null default '',
  position integer not null default 0,
  shown_on_home boolean not null default false,
  hidden boolean not null default false,
  changed_at timestamptz not null
);
create index site_column_parent on publication.site_column (parent_id, position);

-- One row a piece of information: what the public sees now. Earlier texts are in `revision`.
create table publication.document (
  id uuid primary key,
  revision integer not null,
  unit_id uuid not null,
  unit_name text not null,
  title text not null,
  index_number text not null,
  document_number text,
  -- folded for exact search: 青政办发202612
  document_number_key text,
  kind text not null,
  theme text,
  keywords text[] not null default '{}',
  summary text not null default '',
  responsible_department text not null default '',
  source text not null default '',
  source_url text,
  disclosure_mode text not null default 'proactive',
  drafted_on date,
  effective_on date,
  expires_on date,
  validity text not null check (validity in ('valid', 'amended', 'expired', 'repealed')),
  replaced_by uuid,
  body_html text not null,
  body_text text not null,
  -- 0.9 kB of plain text for lists and feeds
  excerpt text not null,
  -- set by publishing, never typed
  first_published_at timestamptz not null,
  published_at timestamptz not null,
  -- old stock: the day it first stood on a former site; it orders lists, and keeps it off the home page
  original_published_on date,
  original_address text,
  historic boolean not null default false,
  -- the day lists are ordered by: original day of old stock, else the day of first publication
  listed_at timestamptz not null,
  content_hash bytea not null,
  salt bytea not null,
  attachment_count integer not null default 0
);
create unique index document_index_number on publication.document (index_number);
create index document_listed on publication.document (listed_at desc, id desc);
create index document_home on publication.document (listed_at desc, id desc) where not historic;
create index document_unit on publication.document (unit_id, listed_at desc, id desc);
create index document_kind on publication.document (kind, listed_at desc, id desc);
create index document_number_key on publication.document (document_number_key) where document_number_key is not null;
create index document_replaced_by on publication.document (replaced_by) where replaced_by is not null;

create table publication.document_column (
  document_id uuid not null references publication.document on delete cascade,
  column_id uuid not null references publication.site_column,
  -- repeated so that a column's list is one index walk
  listed_at timestamptz not null,
  unit_id uuid not null,
  pinned_until date,
  primary key (document_id, column_id)
);
create index document_column_list on publication.document_column (column_id, listed_at desc, document_id desc);
create index document_column_unit on publication.document_column (column_id, unit_id, listed_at desc, document_id desc);
create index document_column_pinned on publication.document_column (column_id, pinned_until) where pinned_until is not null;

create table publication.attachment (
  id uuid primary key,
  document_id uuid not null references publication.document on delete cascade,
  position integer not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  -- content address in the file store
  sha256 text not null,
  -- text that search finds; empty where the file has none
  text text not null default '',
  has_text boolean not null
);
create index attachment_document on publication.attachment (document_id, position);

-- Change history: each text as it stood, with its note.
create table publication.revision (
  document_id uuid not null references publication.document on delete cascade,
  revision integer not null,
  title text not null,
  body_html text not null,
  body_text text not null,
  change_note text not null,
  published_at timestamptz not null,
  content_hash bytea not null,
  -- canonical public content, texts and files by their digests: what the salted hash of the register is made of
  content text not null,
  salt bytea not null,
  register_entry_id bigint not null,
  primary key (document_id, revision)
);

-- A withdrawn piece leaves its number, the time and a neutral reason; never title or text.
create table publication.tombstone (
  document_id uuid primary key,
  index_number text not null unique,
  withdrawn_at timestamptz not null,
  reason text not null,
  article text
);

-- Addresses of a former site.
create table publication.redirect (
  path text primary key,
  document_id uuid not null
);
create index redirect_document on publication.redirect (document_id);

-- Serial of index numbers by front code and year: never reused (index-number-guide/2).
create table publication.index_serial (
  front_code text not null,
  year integer not null,
  last_serial integer not null check (last_serial between 0 and 99999),
  primary key (front_code, year)
);

-- What happened at the door. Added unlinked by the publishing transaction, so that no lock is shared.
create table publication.register_entry (
  id bigint generated always as identity primary key,
  document_id uuid not null,
  act text not null check (act in ('publish', 'revise', 'withdraw')),
  revision integer not null,
  index_number text not null,
  at timestamptz not null,
  -- SM3 of salt and content; the salt leaves with a withdrawn document
  salted_hash bytea not null
);
create index register_entry_document on publication.register_entry (document_id, id);

-- Entries that wait for the sequencer: added with the entry, taken away by the linking.
create table publication.register_pending (
  entry_id bigint primary key references publication.register_entry
);

-- The chain over committed entries, written by the sequencer alone.
create table publication.register_link (
  sequence bigint primary key,
  entry_id bigint not null unique references publication.register_entry,
  previous_hash bytea not null,
  link_hash bytea not null,
  linked_at timestamptz not null
);

create table publication.checkpoint (
  sequence bigint primary key references publication.register_link,
  link_hash bytea not null,
  signed_at timestamptz not null,
  key_id text not null,
  signature bytea not null
);

-- Public halves of the keys that signed checkpoints, for readers; who doubts them brings the key from elsewhere.
create table publication.register_key (
  key_id text primary key,
  public_key text not null,
  first_used_at timestamptz not null
);

-- Search: words (民政), pairs of neighbouring characters (~民政) of a document, folded to simplified script.
create table publication.search_document (
  document_id uuid primary key references publication.document on delete cascade,
  title_terms text[] not null,
  terms text[] not null,
  -- folded title, body and attachments: what a phrase is proved on
  folded_title text not null,
  folded_text text not null,
  unit_id uuid not null,
  kind text not null,
  theme text,
  validity text not null,
  year integer not null,
  listed_at timestamptz not null
);
create index search_terms on publication.search_document using gin (terms) with (fastupdate = off);
create index search_title_terms on publication.search_document using gin (title_terms) with (fastupdate = off);
create index search_listed on publication.search_document (listed_at desc, document_id desc);

-- Ids and texts by the index of words alone: the planner would read every document's words where a word is common.
create function publication.documents_holding(all_of text[]) returns table (document_id uuid, folded_text text)
language sql stable set enable_seqscan = off
begin atomic
  select s.document_id, s.folded_text from publication.search_document s where s.terms @> all_of;
end;

create function publication.documents_holding(all_of text[], any_of text[]) returns table (document_id uuid, folded_text text)
language sql stable set enable_seqscan = off
begin atomic
  select s.document_id, s.folded_text from publication.search_document s where s.terms @> all_of and s.terms && any_of;
end;

-- How many documents hold a term: chooses the way through the indexes. Words, pairs (~民政), words of titles (^民政);
-- the empty term counts all documents.
create table publication.term_frequency (
  term text collate "C" primary key,
  documents integer not null
) with (fillfactor = 80);

-- Changes of term frequencies that wait to be added up by the sequencer, so that publishers share no row.
create table publication.term_change (
  id bigint generated always as identity primary key,
  document_id uuid not null,
  added text[] not null,
  removed text[] not null
);
create index term_change_document on publication.term_change (document_id);

-- Name, identifiers, footer, head and foot of the site it is embedded in: shape in publication/rules/site.ts
create table publication.site (
  one boolean primary key default true check (one),
  settings jsonb not null,
  changed_at timestamptz not null
);
insert into publication.site (settings, changed_at) values ('{}', 'epoch');

-- The only table that the portal's login may write to: what citizens send, taken over by the worker.
create schema intake;
create table intake.inbox (
  id uuid primary key,
  kind text not null,
  body jsonb not null,
  received_at timestamptz not null,
  check (octet_length(body::text) < 200000)
);
create index inbox_received on intake.inbox (received_at);
