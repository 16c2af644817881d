-- Correction of one's own records (ogi-2019/41): what somebody says is wrong about them, and every step that was taken; the columns are cached answers.
create sequence requests.record_number;

create table requests.record_correction (
  id uuid primary key,
  number text not null unique,
  -- of the code that the person was given with the number
  query_code_hash bytea not null,
  unit_id uuid not null references organization.unit,
  section_id uuid references organization.unit,
  -- where the record came to them upon an application
  application_id uuid references requests.application,
  channel text not null,
  applicant_kind text not null,
  -- seen by whoever may read the case; everything else about the person is sealed
  applicant_name text not null check (applicant_name <> ''),
  subject text not null check (subject <> ''),
  wrong text not null check (wrong <> ''),
  wanted text not null check (wanted <> ''),
  entered_by uuid references access.account,
  entered_at timestamptz not null,
  state text not null,
  steps integer not null,
  received_on date not null,
  result text,
  concluded_on date,
  identity_deleted_on date,
  changed_at timestamptz not null
);
create index record_correction_open on requests.record_correction (unit_id, state, received_on) where concluded_on is null;
create index record_correction_received on requests.record_correction (received_on desc, id);
create index record_correction_of on requests.record_correction (application_id) where application_id is not null;
create index record_correction_kept on requests.record_correction (id) where concluded_on is not null and identity_deleted_on is null;

-- Only ever added to.
create table requests.record_step_taken (
  id bigint generated always as identity primary key,
  record_id uuid not null references requests.record_correction,
  ordinal integer not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  article text not null,
  entered_on date not null,
  input jsonb not null,
  -- null where the person did it
  by_account_id uuid references access.account,
  by_name text not null,
  role text not null,
  on_behalf_of uuid references access.account,
  at timestamptz not null,
  unique (record_id, ordinal)
);

-- Who asks, encrypted under the key of the installation.
create table requests.record_identity (
  record_id uuid primary key references requests.record_correction,
  sealed bytea not null
);

-- Copy of the identity document and what proves the record wrong, encrypted likewise.
create table requests.record_file (
  id uuid primary key,
  record_id uuid not null references requests.record_correction,
  kind text not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  sealed bytea not null,
  added_at timestamptz not null
);
create index record_file_of on requests.record_file (record_id, added_at);

-- Who looked at an identity and its evidence, and why: only ever added to.
create table requests.record_look (
  id bigint generated always as identity primary key,
  record_id uuid not null references requests.record_correction,
  account_id uuid not null references access.account,
  account_name text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null
);
create index record_look_of on requests.record_look (record_id, id);

-- The letter that tells what came of it: one, never changed.
create table requests.record_letter (
  id uuid primary key,
  record_id uuid not null unique references requests.record_correction,
  unit_id uuid not null references organization.unit,
  unit_name text not null,
  number text not null,
  addressee text not null,
  body text not null check (body <> ''),
  contact text not null,
  red_head boolean not null,
  issued_on date not null,
  issued_by uuid not null references access.account,
  issued_by_name text not null,
  issued_at timestamptz not null,
  unique (unit_id, number)
);

-- Cases whose person must be shown something else than before.
create table requests.record_to_show (
  record_id uuid primary key references requests.record_correction on delete cascade
);
create function requests.show_record_anew() returns trigger language plpgsql as $$
begin
  insert into requests.record_to_show (record_id) values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger show_record_anew after insert or update on requests.record_correction for each row execute function requests.show_record_anew();

-- Sealed, it carries two pictures: of the identity document, and of what proves the record wrong.
alter table intake.inbox drop constraint inbox_body_check;
alter table intake.inbox add constraint inbox_body_check
  check (octet_length(body::text) < case kind when 'application' then 4200000 when 'record-correction' then 8400000 else 200000 end);

create function intake.number_of_record_correction(asked uuid, in_year integer) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare known text;
begin
  select number into known from intake.application_number where id = asked;
  if known is null then
    insert into intake.application_number (id, number)
      values (asked, 'GZ' || in_year || '-' || lpad(nextval('requests.record_number')::text, 6, '0'))
      on conflict (id) do nothing;
    select number into known from intake.application_number where id = asked;
  end if;
  return known;
end $$;
