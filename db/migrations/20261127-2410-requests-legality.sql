-- A unit with a row wants the legality of its answers reviewed before they are signed; it holds for what is drafted from then on.
create table requests.legality_wish (
  unit_id uuid primary key references organization.unit,
  set_by uuid not null references access.account,
  set_by_name text not null,
  set_at timestamptz not null
);
