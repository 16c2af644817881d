-- In which columns the public entries stand and when each is due, so that a column says its next day by one index step.
create table publication.entry_column (
  entry_id uuid not null references publication.catalogue_entry on delete cascade,
  column_id uuid not null,
  unit_id uuid not null,
  due_on date,
  primary key (entry_id, column_id)
);
create index entry_column_due on publication.entry_column (column_id, due_on) where due_on is not null;
create index entry_column_unit on publication.entry_column (unit_id, column_id, due_on) where due_on is not null;
