-- Filters of the list of applications that a person keeps under a name, and the way to the days on which others owe something.
create table requests.saved_view (
  id uuid primary key,
  account_id uuid not null references access.account,
  -- bounds how many one person keeps
  place smallint not null check (place between 1 and 20),
  name text not null check (name <> ''),
  filters jsonb not null,
  saved_at timestamptz not null,
  unique (account_id, place),
  unique (account_id, name)
);

create index application_awaited on requests.application (awaited_until, id) where concluded_on is null and awaited_until is not null;
