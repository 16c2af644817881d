-- 跟踪问效: some months after a result was published its readers are asked how it was carried out; what they say is attached to it.
create table publication.survey (
  document_id uuid primary key references publication.document on delete cascade,
  opens_on date not null,
  closes_on date not null,
  -- after the close: how many answered, and the counts by question and option; null where too few did
  answers integer,
  counts jsonb,
  check (opens_on <= closes_on)
);

create schema followup;

create table followup.survey (
  document_id uuid primary key references disclosure.document,
  opens_on date not null,
  closes_on date not null,
  set_by uuid not null references access.account,
  set_at timestamptz not null,
  -- its owner has been told that it opened, and how it ended
  told_open_at timestamptz,
  closed_at timestamptz,
  check (opens_on <= closes_on)
);
create index survey_open on followup.survey (closes_on) where closed_at is null;
create index survey_opens on followup.survey (opens_on desc, document_id);

-- No name, no address, no mark of the sender.
create table followup.answer (
  id uuid primary key,
  document_id uuid not null references followup.survey,
  -- option by question
  choices jsonb not null,
  words text not null default '',
  received_at timestamptz not null
);
create index answer_survey on followup.answer (document_id, received_at desc);
