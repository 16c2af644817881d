-- The verdict of the release gate on one exact content.
create schema gate;
create table gate.verdict (
  id uuid primary key default gen_random_uuid(),
  content_hash text not null,
  passed boolean not null,
  findings jsonb not null,
  given_at timestamptz not null
);
create index verdict_content on gate.verdict (content_hash, given_at desc);
