-- How attachments are treated when they come; one row, changed by the administrator.
create table gate.file_setting (
  id integer primary key default 1 check (id = 1),
  -- take names, places and devices out of the properties without being asked
  clean_by_itself boolean not null,
  -- null: as the system came
  changed_by uuid,
  changed_at timestamptz
);
insert into gate.file_setting (clean_by_itself) values (true);
