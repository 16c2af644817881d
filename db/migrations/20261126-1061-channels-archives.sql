-- Archives of many documents, made by the worker while nobody waits.
create table channels.archive_job (
  id uuid primary key default gen_random_uuid(),
  asked_by uuid not null references access.account,
  asked_at timestamptz not null,
  -- what was asked for, in words
  title text not null,
  document_ids uuid[] not null check (cardinality(document_ids) > 0),
  done integer not null default 0,
  -- content address of the finished file; null until then
  sha256 text,
  bytes bigint,
  finished_at timestamptz,
  failure text not null default '',
  check ((sha256 is null) = (bytes is null))
);
create index archive_job_asked on channels.archive_job (asked_by, asked_at desc);
create index archive_job_waiting on channels.archive_job (asked_at) where finished_at is null;
