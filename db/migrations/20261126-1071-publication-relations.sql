-- How public documents belong together: draft, document, interpretation, amendment, repeal. Goes with either end.
create table publication.relation (
  -- publication/law/relation-kinds.ts
  kind text not null,
  from_id uuid not null references publication.document on delete cascade,
  to_id uuid not null references publication.document on delete cascade,
  -- how an interpretation is given, or null
  form text,
  -- days on which opinions on a draft are taken, and why they are fewer than the law asks for
  period_from date,
  period_to date,
  short_reason text not null default '',
  primary key (from_id, kind, to_id),
  check (from_id <> to_id)
);
create index relation_to on publication.relation (to_id, kind);

-- The same as people set it, for drafts too; what they said was not so is kept, so that it is not proposed again.
create table disclosure.relation (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  from_id uuid not null references disclosure.document,
  to_id uuid not null references disclosure.document,
  state text not null check (state in ('set', 'refused', 'ended')),
  form text,
  period_from date,
  period_to date,
  short_reason text not null default '',
  set_by uuid not null references access.account,
  set_at timestamptz not null,
  unique (from_id, kind, to_id),
  check (from_id <> to_id),
  check (period_from <= period_to)
);
create index relation_to on disclosure.relation (to_id, kind);

-- What was done about the relations of documents, only ever added to.
create table disclosure.relation_step_taken (
  id bigint generated always as identity primary key,
  relation_id uuid not null references disclosure.relation,
  to_state text not null,
  by_account_id uuid not null references access.account,
  by_name text not null,
  at timestamptz not null,
  detail jsonb not null default '{}'
);
create index relation_step_taken_relation on disclosure.relation_step_taken (relation_id, id);

-- A policy document that owes its readers an interpretation: until when, by which calendar.
create table disclosure.interpretation_duty (
  document_id uuid primary key references disclosure.document,
  published_on date not null,
  -- cached answer of the clock
  due_on date not null,
  provisional boolean not null,
  calendar_version text not null
);
create index interpretation_duty_due on disclosure.interpretation_duty (due_on desc, document_id);

-- It needs no interpretation, and why: said by whoever may sign it, before it goes out or afterwards.
create table disclosure.interpretation_waiver (
  document_id uuid primary key references disclosure.document,
  reason text not null check (reason <> ''),
  approved_by uuid not null references access.account,
  approved_at timestamptz not null
);
