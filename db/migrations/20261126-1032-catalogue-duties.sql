-- Who owes what by when: duties, what triggered them, how they were settled, and quotas.

create table catalogue.trigger (
  id uuid primary key default gen_random_uuid(),
  entry_id uuid not null references catalogue.entry,
  unit_id uuid not null references organization.unit,
  happened_on date not null,
  what text not null check (what <> ''),
  entered_by uuid references access.account,
  entered_by_name text not null,
  entered_at timestamptz not null
);
create index trigger_entry on catalogue.trigger (entry_id, unit_id, happened_on desc);

create table catalogue.duty (
  id uuid primary key default gen_random_uuid(),
  cause text not null check (cause in ('regular', 'permanent', 'trigger', 're-examination')),
  -- null only where something is to be examined again that no entry asks for
  responsibility_id uuid references catalogue.responsibility,
  unit_id uuid not null references organization.unit,
  section_id uuid references organization.unit,
  trigger_id uuid references catalogue.trigger,
  -- what is to be examined again: a document that is not public; its owner holds the row
  subject_id uuid,
  subject_title text not null default '',
  -- first and last day that the duty is about; a trigger's is the day of its event
  period_from date not null,
  period_to date not null,
  -- cached answer of the clock, with the calendar it used
  due_on date not null,
  calendar_version text not null,
  provisional boolean not null,
  made_at timestamptz not null,
  settled_on date,
  outcome text check (outcome in ('met', 'closed', 'dropped')),
  -- how far people have been told: 1 before it is due, 2 on the day, 3 a week late
  reminded smallint not null default 0,
  check ((outcome is null) = (settled_on is null)),
  check ((cause = 're-examination') = (subject_id is not null))
);
create unique index duty_period on catalogue.duty (responsibility_id, period_from) where cause in ('regular', 'permanent');
create unique index duty_subject on catalogue.duty (subject_id) where outcome is null and subject_id is not null;
create index duty_open on catalogue.duty (due_on, id) where outcome is null;
create index duty_open_unit on catalogue.duty (unit_id, due_on, id) where outcome is null;
create index duty_of on catalogue.duty (responsibility_id, due_on desc);
create index duty_settled on catalogue.duty (unit_id, settled_on desc) where outcome is not null;
create index duty_trigger on catalogue.duty (trigger_id) where trigger_id is not null;

create table catalogue.fulfilment (
  duty_id uuid primary key references catalogue.duty,
  -- null where an examination kept something as it was
  document_id uuid,
  title text not null,
  published_on date not null,
  confirmed_by uuid not null references access.account,
  confirmed_by_name text not null,
  confirmed_at timestamptz not null,
  note text not null default ''
);
create index fulfilment_document on catalogue.fulfilment (document_id) where document_id is not null;

-- Asked for by one person, decided by another.
create table catalogue.closing (
  id uuid primary key default gen_random_uuid(),
  duty_id uuid not null references catalogue.duty,
  kind text not null,
  article text not null check (article <> ''),
  reason text not null check (reason <> ''),
  asked_by uuid not null references access.account,
  asked_by_name text not null,
  asked_at timestamptz not null,
  granted boolean,
  decided_by uuid references access.account check (decided_by <> asked_by),
  decided_by_name text,
  decided_at timestamptz,
  opinion text not null default '',
  check ((granted is null) = (decided_by is null))
);
create unique index closing_waiting on catalogue.closing (duty_id) where granted is null;
create index closing_duty on catalogue.closing (duty_id, asked_at);

-- So many pieces a month from a unit, or from one of its sections.
create table catalogue.quota (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  section_id uuid references organization.unit,
  per_month integer not null check (per_month between 0 and 1000),
  since date not null,
  until date,
  set_by_name text not null
);
create unique index quota_place on catalogue.quota (unit_id, coalesce(section_id, unit_id)) where until is null;
