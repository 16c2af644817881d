-- Collected reports (ogi-2019/49, ogi-2019/50): a round asks every unit for its report of a year; a report is cells of a form, six parts of text, and what was done with it.
create schema reports;

-- One call for reports: the yearly report, a work summary, or a self-check on a superior's notice.
create table reports.round (
  id uuid primary key,
  kind text not null check (kind in ('yearly', 'summary', 'self-check')),
  year smallint not null check (year between 2008 and 2099),
  title text not null check (title <> ''),
  -- the competent office that opens it: the units of its tree are asked
  unit_id uuid not null references organization.unit,
  -- the notice that orders it: number or title, as people write it
  basis text not null,
  -- summaries and self-checks: the headings of the text and the figures asked, as in rules/outline; null: the form of the year says them
  outline jsonb check ((outline is null) = (kind = 'yearly')),
  -- by when the unit hands its report in, and by when it must be public; fixed days that never roll forward
  department_due date not null,
  government_due date not null,
  town_due date not null,
  hand_in_by date not null,
  opened_at timestamptz not null,
  opened_by_name text not null,
  closed_at timestamptz,
  unique (unit_id, kind, year, title)
);
create index round_list on reports.round (year desc, opened_at desc, id);

create table reports.report (
  id uuid primary key,
  -- null: a report of a year before Gongkai, taken over from a file
  round_id uuid references reports.round,
  kind text not null check (kind in ('yearly', 'summary', 'self-check')),
  year smallint not null check (year between 2008 and 2099),
  unit_id uuid not null references organization.unit,
  -- as it was called when the report was opened
  unit_name text not null,
  -- own: what the unit itself did. region: the sum of its own, its departments and its towns.
  scope text not null check (scope in ('own', 'region')),
  -- the form in which it is made, for ever; null: a summary has none
  generation text check (generation in ('A', 'B', 'C')),
  -- system: filled here. paper: typed in from a signed sheet. taken-over: read from a file and confirmed by a person.
  origin text not null check (origin in ('system', 'paper', 'taken-over')),
  state text not null check (state in ('preparing', 'signing', 'signed', 'submitted', 'returned', 'accepted')),
  hand_in_by date,
  publish_by date,
  -- who answers for it (ogi-2019/49): set by the step that signs it
  signed_by_name text,
  signed_on date,
  sealed_on date,
  -- the draft in which it goes out through the one door
  document_id uuid references disclosure.document,
  -- raised by every change of cells, text or state: a page that is older is told so
  version integer not null default 1,
  steps smallint not null default 0,
  check ((round_id is null) = (origin = 'taken-over'))
);
create unique index report_of_round on reports.report (round_id, unit_id, scope) where round_id is not null;
create index report_of_unit on reports.report (unit_id, kind, year desc, scope);
create index report_state on reports.report (round_id, state, unit_id);

-- Not applicable, empty and 0 are three things. What has no row is empty.
create table reports.cell (
  report_id uuid not null references reports.report,
  key text not null,
  stands text not null check (stands in ('figure', 'change', 'not-applicable', 'blank')),
  -- a number of things, or 万元 with at most six decimals
  figure numeric(20, 6),
  -- 减4, as the form of 2019 asks
  words text not null default '',
  -- what the system counted when it filled the cell; null: it does not know this figure
  counted numeric(20, 6),
  -- typed by hand: why it stands otherwise than counted, or where it comes from
  reason text not null default '',
  by_account_id uuid references access.account,
  by_name text,
  changed_at timestamptz not null,
  primary key (report_id, key),
  check ((stands = 'figure') = (figure is not null)),
  check (stands = 'change' or words = '')
);

-- Text of each part, with figures as references to cells: {newReceived.total}.
create table reports.part (
  report_id uuid not null references reports.report,
  ordinal smallint not null check (ordinal between 1 and 30),
  title text not null,
  body text not null,
  by_name text,
  changed_at timestamptz not null,
  primary key (report_id, ordinal)
);

create table reports.step_taken (
  report_id uuid not null references reports.report,
  ordinal smallint not null,
  step text not null,
  note text not null,
  -- null: nobody, the rule
  by_account_id uuid references access.account,
  by_name text not null,
  at timestamptz not null,
  primary key (report_id, ordinal)
);
