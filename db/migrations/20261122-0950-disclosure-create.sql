-- Documents on their way to the door: one live text, one in work.
create schema disclosure;

create table disclosure.historic_batch (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  name text not null check (name <> ''),
  state text not null check (state in ('collecting', 'submitted', 'approved', 'released', 'returned')),
  created_by uuid not null references access.account,
  created_at timestamptz not null,
  approved_by uuid references access.account,
  approved_at timestamptz,
  opinion text not null default ''
);

create table disclosure.document (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  section_id uuid references organization.unit,
  created_by uuid not null references access.account,
  created_at timestamptz not null,
  -- the unit whose people act for one that has nobody (代发), or null
  handled_by_id uuid references organization.unit,
  -- the edition the public sees, or null
  live_edition_id uuid,
  -- old stock
  historic_batch_id uuid references disclosure.historic_batch,
  original_published_on date,
  original_index_number text,
  original_address text
);
create index document_unit on disclosure.document (unit_id);
create index document_handled_by on disclosure.document (handled_by_id) where handled_by_id is not null;
create index document_batch on disclosure.document (historic_batch_id) where historic_batch_id is not null;

create table disclosure.edition (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null references disclosure.document,
  number integer not null,
  -- disclosure/law/steps.ts
  state text not null,
  author_id uuid not null references access.account,
  -- optimistic lock: every saving counts up
  version integer not null default 1,
  title text not null default '',
  kind text not null default '其他',
  theme text,
  column_ids uuid[] not null default '{}',
  keywords text[] not null default '{}',
  summary text not null default '',
  document_number text,
  drafted_on date,
  effective_on date,
  expires_on date,
  validity text not null default 'valid',
  replaced_by uuid references disclosure.document,
  disclosure_mode text not null default 'proactive' check (disclosure_mode in ('proactive', 'on-application', 'not-disclosed')),
  mode_reason text not null default '',
  mode_article text,
  responsible_department text not null default '',
  source text not null default '',
  source_url text,
  important boolean not null default false,
  change_note text not null default '',
  body_html text not null default '',
  body_text text not null default '',
  scheduled_for timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid not null references access.account,
  -- since when it stands in its state
  since timestamptz not null,
  published_at timestamptz,
  -- somebody other than the author has opened it since it was submitted
  looked_at timestamptz,
  unique (document_id, number)
);
alter table disclosure.document add foreign key (live_edition_id) references disclosure.edition;
create index edition_state on disclosure.edition (state, updated_at desc);
create index edition_author on disclosure.edition (author_id, updated_at desc);
create index edition_updated on disclosure.edition (updated_at desc, id desc);
create index edition_scheduled on disclosure.edition (scheduled_for) where scheduled_for is not null;
-- at most one in work
create unique index edition_in_work on disclosure.edition (document_id) where state not in ('published', 'superseded', 'withdrawn', 'filed', 'discarded');

create table disclosure.attachment (
  id uuid primary key default gen_random_uuid(),
  edition_id uuid not null references disclosure.edition,
  -- attachment: goes out; original: the imported file, kept inside; signed-sheet: the review sheet signed on paper; picture: inside the body
  role text not null check (role in ('attachment', 'original', 'signed-sheet', 'picture')),
  position integer not null default 0,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  text text not null default '',
  has_text boolean not null default false,
  added_by uuid not null references access.account,
  added_at timestamptz not null
);
create index attachment_edition on disclosure.attachment (edition_id, position);

-- Who did what, when, from where to where: audit trail, time-line and source of every figure.
create table disclosure.step_taken (
  id bigint generated always as identity primary key,
  edition_id uuid not null references disclosure.edition,
  document_id uuid not null references disclosure.document,
  unit_id uuid not null references organization.unit,
  step text not null,
  from_state text not null,
  to_state text not null,
  by_account_id uuid not null references access.account,
  by_name text not null,
  role text not null,
  -- the absent person whose right was used
  on_behalf_of uuid references access.account,
  at timestamptz not null,
  opinion text not null default '',
  -- basis and conclusion of the secrecy review, reason of a withdrawal, day of a schedule, paper signature …
  detail jsonb not null default '{}'
);
create index step_taken_edition on disclosure.step_taken (edition_id, id);
create index step_taken_unit on disclosure.step_taken (unit_id, at desc);
create index step_taken_by on disclosure.step_taken (by_account_id, at desc);

-- Units asked to confirm what touches them (会签): each sees this one edition.
create table disclosure.confirmation (
  edition_id uuid not null references disclosure.edition,
  unit_id uuid not null references organization.unit,
  asked_by uuid not null references access.account,
  asked_at timestamptz not null,
  question text not null default '',
  answer text check (answer in ('agreed', 'objected')),
  opinion text not null default '',
  answered_by uuid references access.account,
  answered_at timestamptz,
  primary key (edition_id, unit_id)
);
create index confirmation_unit on disclosure.confirmation (unit_id) where answer is null;

create table disclosure.import_report (
  id uuid primary key default gen_random_uuid(),
  edition_id uuid references disclosure.edition,
  unit_id uuid not null references organization.unit,
  batch_id uuid references disclosure.historic_batch,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  outcome text not null check (outcome in ('draft', 'attachment-only', 'refused')),
  -- shape in disclosure/rules/import-report.ts: recognised, doubtful, lost, refusal
  report jsonb not null,
  imported_by uuid not null references access.account,
  imported_at timestamptz not null
);
create index import_report_unit on disclosure.import_report (unit_id, imported_at desc);

-- Common phrases of opinions, kept by each person or unit.
create table disclosure.phrase (
  id uuid primary key default gen_random_uuid(),
  account_id uuid references access.account,
  unit_id uuid references organization.unit,
  text text not null check (text <> ''),
  position integer not null default 0
);

-- Who has an edition open just now.
create table disclosure.presence (
  edition_id uuid not null references disclosure.edition,
  account_id uuid not null references access.account,
  seen_at timestamptz not null,
  primary key (edition_id, account_id)
);
