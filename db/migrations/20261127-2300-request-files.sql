-- Files of an application: what may go out with the answer, redacted copies beside their originals, and which of them do go out (随附文件).
create table requests.file (
  id uuid primary key,
  application_id uuid not null references requests.application,
  name text not null check (name <> ''),
  media_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  -- the file that this one is a redacted copy of
  redacted_from uuid references requests.file,
  -- where something was removed and by which ground, and how the copy was checked; never the words that were removed
  redaction jsonb,
  added_by uuid not null references access.account,
  added_by_name text not null,
  added_at timestamptz not null,
  unique (application_id, sha256),
  check ((redacted_from is null) = (redaction is null))
);
create index file_copies on requests.file (redacted_from);

-- Goes out with the answer, as somebody said in their own name.
create table requests.enclosure (
  file_id uuid primary key references requests.file,
  -- that the file holds nothing that is withheld, and why; empty where nobody said so
  declaration text not null,
  -- the person has looked at what no program can vouch for in a redacted copy
  looked boolean not null,
  enclosed_by uuid not null references access.account,
  enclosed_by_name text not null,
  enclosed_at timestamptz not null
);
