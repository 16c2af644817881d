-- What this database was made for, so that a first start that was broken off is told from a town that works.
create table public.installation (
  one boolean primary key default true check (one),
  kind text not null check (kind in ('demo', 'empty')),
  begun_at timestamptz not null,
  -- null while the demo town is being built
  finished_at timestamptz
);
