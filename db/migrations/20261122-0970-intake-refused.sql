-- What a citizen sent and the worker could not take over: kept for the operator, out of the way of what comes after it.
create table intake.refused (
  id uuid primary key,
  kind text not null,
  body jsonb not null,
  received_at timestamptz not null,
  refused_at timestamptz not null,
  reason text not null
);
