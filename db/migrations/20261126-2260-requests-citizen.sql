-- The citizen's own side of an application: sent sealed through the slot of the portal, and shown again by number and query code.

-- A sealed application carries a picture of an identity document; everything else that comes through the slot is short.
alter table intake.inbox drop constraint inbox_body_check;
alter table intake.inbox add constraint inbox_body_check check (octet_length(body::text) < case kind when 'application' then 4200000 else 200000 end);

-- What the portal seals with; only the worker can open what was sealed.
create table intake.sealing_key (
  only_row boolean primary key default true check (only_row),
  public_key bytea not null
);

-- The number that a citizen was told: the same sending twice is told the same one.
create table intake.application_number (
  id uuid primary key,
  number text not null unique
);

-- What one applicant sees, by the hash of number and query code; made by the worker, read by its key alone.
create table intake.applicant_view (
  key bytea primary key,
  application_id uuid not null unique,
  body jsonb not null
);

create function intake.key_to_seal_with() returns bytea language sql security definer set search_path = pg_catalog
  as 'select public_key from intake.sealing_key';

create function intake.view_of_applicant(asked bytea) returns jsonb language sql security definer set search_path = pg_catalog
  as 'select body from intake.applicant_view where key = asked';

create function intake.number_of_application(asked uuid, in_year integer) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare known text;
begin
  select number into known from intake.application_number where id = asked;
  if known is null then
    insert into intake.application_number (id, number)
      values (asked, 'SQ' || in_year || '-' || lpad(nextval('requests.application_number')::text, 6, '0'))
      on conflict (id) do nothing;
    select number into known from intake.application_number where id = asked;
  end if;
  return known;
end $$;

-- Copy of the identity document that came with an online application, under the key of the installation.
create table requests.identity_proof (
  application_id uuid primary key references requests.application,
  media_type text not null,
  bytes integer not null,
  sealed bytea not null
);

-- Applications whose applicant must be shown something else than before.
create table requests.to_show (
  application_id uuid primary key references requests.application on delete cascade
);

create function requests.show_anew() returns trigger language plpgsql as $$
begin
  insert into requests.to_show (application_id) values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger show_anew after insert or update on requests.application for each row execute function requests.show_anew();
insert into requests.to_show (application_id) select id from requests.application;
