-- Review as a record: the answers to the questions of the sheet, joint confirmation with terms and escalation, referral, the urgent route.

-- How often the edition has been submitted: every sheet is a round of its own, and nothing of an earlier one is overwritten.
alter table disclosure.edition add column round integer not null default 0;
update disclosure.edition set round = taken.rounds
from (select edition_id, count(*)::integer as rounds from disclosure.step_taken where step = 'submit' group by edition_id) taken
where taken.edition_id = edition.id;

-- Item × question × conclusion × article × person × time, at each level; the newest answer of a round holds, the others stay.
create table disclosure.review_answer (
  id bigint generated always as identity primary key,
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  -- disclosure/law/review-levels.ts
  level text not null,
  -- disclosure/law/review-questions.ts
  question text not null,
  answer text not null check (answer in ('yes', 'no', 'uncertain')),
  -- why it may go out although the answer is yes, or null
  ground text,
  note text not null default '',
  article text not null,
  by_account_id uuid not null references access.account,
  by_name text not null,
  on_behalf_of uuid references access.account,
  at timestamptz not null
);
create index review_answer_edition on disclosure.review_answer (edition_id, round, id);

-- Joint confirmation: asked anew in every round, each with its own due day.
alter table disclosure.confirmation
  add column round integer not null default 1,
  add column due_on date,
  -- of the calendar by which due_on was counted
  add column calendar_version text not null default '',
  add column provisional boolean not null default true;
update disclosure.confirmation set round = greatest(edition.round, 1), due_on = (asked_at at time zone 'Asia/Shanghai')::date + 7
from disclosure.edition where edition.id = edition_id;
alter table disclosure.confirmation
  alter column round drop default,
  alter column due_on set not null,
  alter column calendar_version drop default,
  alter column provisional drop default,
  drop constraint confirmation_pkey,
  add primary key (edition_id, round, unit_id);

-- A unit that the text names and that need not be asked, with the reason why.
create table disclosure.proposal_struck (
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  unit_id uuid not null references organization.unit,
  found text not null,
  reason text not null check (reason <> ''),
  struck_by uuid not null references access.account,
  struck_by_name text not null,
  at timestamptz not null,
  primary key (edition_id, round, unit_id)
);

-- Who was reminded of what is awaited, and to whom it was escalated: a row each.
create table disclosure.chase (
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  -- id of the asked unit, 'referral' or 'paper'
  subject text not null,
  -- disclosure/law/chasing.ts
  level text not null,
  due_on date not null,
  at timestamptz not null,
  primary key (edition_id, round, subject, level)
);

-- What the disclosure office ruled where a unit objects or stays silent (Article 11).
create table disclosure.confirmation_decision (
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  unit_id uuid not null references organization.unit,
  outcome text not null check (outcome in ('release', 'change')),
  reason text not null check (reason <> ''),
  article text not null,
  decided_by uuid not null references access.account,
  decided_by_name text not null,
  at timestamptz not null,
  primary key (edition_id, round, unit_id)
);

-- What the reviewer could not settle and asked the competent department or the secrecy administration (Article 17).
create table disclosure.referral (
  id uuid primary key default gen_random_uuid(),
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  addressee_kind text not null check (addressee_kind in ('competent-department', 'secrecy-administration')),
  addressee text not null check (addressee <> ''),
  questions text[] not null,
  matter text not null,
  asked_by uuid not null references access.account,
  asked_by_name text not null,
  asked_at timestamptz not null,
  due_on date not null,
  calendar_version text not null,
  provisional boolean not null
);
create index referral_edition on disclosure.referral (edition_id, round);
create table disclosure.referral_answer (
  referral_id uuid primary key references disclosure.referral,
  answered_on date not null,
  -- who answered there, and the number of the paper
  answered_by text not null check (answered_by <> ''),
  document text not null check (document <> ''),
  recorded_by uuid not null references access.account,
  recorded_by_name text not null,
  recorded_at timestamptz not null
);

-- Emergencies: reviewed for secrets and signed once before release, always; only the paper may follow.
create table disclosure.urgent_route (
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  reason text not null check (reason <> ''),
  ordered_by text not null check (ordered_by <> ''),
  declared_by uuid not null references access.account,
  declared_by_name text not null,
  at timestamptz not null,
  paper_due_on date not null,
  calendar_version text not null,
  provisional boolean not null,
  primary key (edition_id, round)
);
create table disclosure.urgent_paper (
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  attachment_id uuid not null references disclosure.attachment,
  recorded_by uuid not null references access.account,
  recorded_by_name text not null,
  at timestamptz not null,
  primary key (edition_id, round),
  foreign key (edition_id, round) references disclosure.urgent_route
);

-- One of three readings for errors (三校).
create table disclosure.proof_mark (
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  turn integer not null check (turn between 1 and 3),
  by_account_id uuid not null references access.account,
  by_name text not null,
  note text not null,
  at timestamptz not null,
  primary key (edition_id, round, turn)
);

-- How many levels a unit reviews with, and whether it marks three readings; a unit without a row has three and none.
create table disclosure.review_setting (
  unit_id uuid primary key references organization.unit,
  levels integer not null check (levels between 2 and 4),
  proofreading boolean not null,
  updated_by uuid not null references access.account,
  updated_at timestamptz not null
);
