-- Steps of which an applicant is still to be told by mail: written with the step, emptied by the worker, which alone opens the address.
create table requests.to_tell (
  application_id uuid not null references requests.application on delete cascade,
  ordinal integer not null,
  at timestamptz not null,
  primary key (application_id, ordinal)
);
create index to_tell_oldest on requests.to_tell (at);
