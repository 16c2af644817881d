-- 转为主动公开 (ogi-2019/44): an application that was granted, or that several ask for, proposes a public document; a person accepts or declines.
create table requests.proposal (
  application_id uuid primary key references requests.application,
  unit_id uuid not null references organization.unit,
  state text not null check (state in ('open', 'accepted', 'declined')),
  granted_on date,
  -- how many applications ask for the like, itself among them
  alike smallint not null check (alike >= 1),
  -- where a person raised it: why, in their words
  suggested text not null,
  raised_at timestamptz not null,
  document_id uuid references disclosure.document,
  entry_id uuid references catalogue.entry,
  wished_field text not null default '',
  wished_name text not null default '',
  check ((state = 'accepted') = (document_id is not null))
);
create index proposal_list on requests.proposal (state, raised_at desc, application_id);

create table requests.proposal_step_taken (
  application_id uuid not null references requests.proposal,
  ordinal smallint not null,
  step text not null check (step in ('raise', 'accept', 'decline', 'enter')),
  reason text not null,
  -- null: nobody, the rule
  by_account_id uuid references access.account,
  by_name text not null,
  at timestamptz not null,
  primary key (application_id, ordinal)
);

-- how many of its steps were there when it was last asked whether it proposes anything
alter table requests.application add column considered smallint not null default 0;
create index application_to_consider on requests.application (id) where steps > considered;

-- what came out of an application, without saying of which
alter table disclosure.document add column from_application boolean not null default false;
alter table publication.document add column from_application boolean not null default false;
create index document_from_application on publication.document (listed_at desc, id desc) where from_application;
