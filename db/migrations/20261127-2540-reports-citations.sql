-- What the administrator changed of the documents that reports cite: added, corrected, or no longer looked at. What is not here stands as the program brings it.
create table reports.cited_document (
  -- 国办发〔2016〕19号, in the standard way of writing
  number text primary key check (number <> ''),
  title text not null check (title <> ''),
  -- words of the title, any of which tells the document
  words text[] not null check (cardinality(words) > 0),
  ended boolean not null,
  changed_by uuid not null references access.account,
  changed_at timestamptz not null
);
