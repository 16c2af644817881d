-- What a file holds beside what it shows: inspected once for its bytes and for each state of the inspectors.
create table gate.file_inspection (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- kernel/file-inspection.ts, inspectorVersion
  inspector integer not null,
  -- FileInspection without its texts
  result jsonb not null,
  -- its texts: long, and asked only by the checks of the text
  texts jsonb not null,
  inspected_at timestamptz not null,
  primary key (sha256, inspector)
);
