-- Old stock: who reviewed, approved and released a batch, its list of files, and why a document of it could not go out.
alter table disclosure.historic_batch
  add column column_ids uuid[] not null default '{}',
  add column submitted_by uuid references access.account,
  add column submitted_at timestamptz,
  add column secrecy_by uuid references access.account,
  add column secrecy_at timestamptz,
  add column secrecy_basis text not null default '',
  add column secrecy_conclusion text not null default '',
  add column released_by uuid references access.account,
  add column released_at timestamptz,
  -- null while documents still wait for the worker
  add column finished_at timestamptz;
create index historic_batch_waiting on disclosure.historic_batch (released_at) where state = 'released' and finished_at is null;

alter table disclosure.document
  -- code of the refusal, with its facts, when the release of its batch could not publish it
  add column release_failure jsonb;

-- What was done to a batch, by whom: only ever added to.
create table disclosure.batch_step_taken (
  id bigint generated always as identity primary key,
  batch_id uuid not null references disclosure.historic_batch,
  step text not null,
  from_state text not null,
  to_state text not null,
  by_account_id uuid not null references access.account,
  by_name text not null,
  role text not null,
  on_behalf_of uuid references access.account,
  at timestamptz not null,
  opinion text not null default ''
);
create index batch_step_taken_batch on disclosure.batch_step_taken (batch_id, id);

-- The list that came with a former site: a row a file.
create table disclosure.batch_manifest (
  batch_id uuid not null references disclosure.historic_batch,
  file_name text not null,
  -- shape in disclosure/rules/import/manifest.ts
  facts jsonb not null,
  primary key (batch_id, file_name)
);

create index import_report_batch on disclosure.import_report (batch_id, imported_at) where batch_id is not null;
create index import_report_sha256 on disclosure.import_report (sha256);
create index import_report_edition on disclosure.import_report (edition_id) where edition_id is not null;
