-- Sums of the heartbeat map beside its rows, so that a page of a county is read without reading every entry of every unit. Nobody waits for anybody: a change only notes
-- which units it touches, a job counts those anew (catalogue/actions/refresh-map.ts). What is true is what is kept of all others, with what the touched ones come to.
-- A release that changes what an entry is counted as (rules/pulse.ts, the facts in queries/heartbeat.ts) notes every unit again: insert into catalogue.map_touched (unit_id) select unit_id from catalogue.map_unit;

create table catalogue.map_unit (
  unit_id uuid primary key,
  -- entries by pulse, of all fields together: {"late": 3, "fresh": 10}
  counts jsonb not null,
  -- days on which it holds, unless something changes: from the one on which it was counted, to the one before a pulse may change by itself
  counted_on date not null,
  until_on date check (until_on > counted_on)
);

create table catalogue.map_cell (
  unit_id uuid not null,
  field text not null,
  counts jsonb not null,
  primary key (unit_id, field)
);
-- the fields are found by jumping from one to the next
create index map_cell_field on catalogue.map_cell (field, unit_id);

-- Units of which something changed since they were counted: only added to by changes, only taken away by the job.
create table catalogue.map_touched (
  id bigint generated always as identity primary key,
  unit_id uuid not null
);
create index map_touched_unit on catalogue.map_touched (unit_id);

-- Each of these says which columns the map is counted from: a reminder, or the day on which the next duty is made, leaves it as it is.
create function catalogue.touch_map_of_responsibilities() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into catalogue.map_touched (unit_id) select distinct unit_id from became;
  elsif tg_op = 'DELETE' then
    insert into catalogue.map_touched (unit_id) select distinct unit_id from was;
  else
    insert into catalogue.map_touched (unit_id)
    select distinct unit_id from (
      (select id, unit_id, entry_id, until is null, met_on is null, closed_on is null, stale, after_event from was
        except select id, unit_id, entry_id, until is null, met_on is null, closed_on is null, stale, after_event from became)
      union all
      (select id, unit_id, entry_id, until is null, met_on is null, closed_on is null, stale, after_event from became
        except select id, unit_id, entry_id, until is null, met_on is null, closed_on is null, stale, after_event from was)) changed;
  end if;
  return null;
end $$;
create trigger touch_map_of_new after insert on catalogue.responsibility referencing new table as became for each statement execute function catalogue.touch_map_of_responsibilities();
create trigger touch_map_of_changed after update on catalogue.responsibility referencing old table as was new table as became for each statement execute function catalogue.touch_map_of_responsibilities();
create trigger touch_map_of_gone after delete on catalogue.responsibility referencing old table as was for each statement execute function catalogue.touch_map_of_responsibilities();

create function catalogue.touch_map_of_duties() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into catalogue.map_touched (unit_id) select distinct unit_id from became where responsibility_id is not null;
  elsif tg_op = 'DELETE' then
    insert into catalogue.map_touched (unit_id) select distinct unit_id from was where responsibility_id is not null;
  else
    insert into catalogue.map_touched (unit_id)
    select distinct unit_id from (
      (select id, unit_id, responsibility_id, due_on, outcome is null from was except select id, unit_id, responsibility_id, due_on, outcome is null from became)
      union all
      (select id, unit_id, responsibility_id, due_on, outcome is null from became except select id, unit_id, responsibility_id, due_on, outcome is null from was)) changed
    where responsibility_id is not null;
  end if;
  return null;
end $$;
create trigger touch_map_of_new after insert on catalogue.duty referencing new table as became for each statement execute function catalogue.touch_map_of_duties();
create trigger touch_map_of_changed after update on catalogue.duty referencing old table as was new table as became for each statement execute function catalogue.touch_map_of_duties();
create trigger touch_map_of_gone after delete on catalogue.duty referencing old table as was for each statement execute function catalogue.touch_map_of_duties();

create function catalogue.touch_map_of_beats() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into catalogue.map_touched (unit_id)
    select distinct held.unit_id from became join catalogue.responsibility held on held.id = became.responsibility_id;
  elsif tg_op = 'DELETE' then
    insert into catalogue.map_touched (unit_id)
    select distinct held.unit_id from was join catalogue.responsibility held on held.id = was.responsibility_id;
  else
    insert into catalogue.map_touched (unit_id)
    select distinct held.unit_id from (
      (select responsibility_id, document_id is null, padded, bare from was except select responsibility_id, document_id is null, padded, bare from became)
      union all
      (select responsibility_id, document_id is null, padded, bare from became except select responsibility_id, document_id is null, padded, bare from was)) changed
      join catalogue.responsibility held on held.id = changed.responsibility_id;
  end if;
  return null;
end $$;
create trigger touch_map_of_new after insert on catalogue.beat referencing new table as became for each statement execute function catalogue.touch_map_of_beats();
create trigger touch_map_of_changed after update on catalogue.beat referencing old table as was new table as became for each statement execute function catalogue.touch_map_of_beats();
create trigger touch_map_of_gone after delete on catalogue.beat referencing old table as was for each statement execute function catalogue.touch_map_of_beats();

-- All that answer for the entry. Who begins to answer for it in the same moment is not seen here: changes of the catalogue wait for each other (store/entries.ts), and whoever begins is noted by itself.
create function catalogue.touch_map_of_versions() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into catalogue.map_touched (unit_id)
    select distinct held.unit_id from became join catalogue.responsibility held on held.entry_id = became.entry_id;
  elsif tg_op = 'DELETE' then
    insert into catalogue.map_touched (unit_id)
    select distinct held.unit_id from was join catalogue.responsibility held on held.entry_id = was.entry_id;
  else
    insert into catalogue.map_touched (unit_id)
    select distinct held.unit_id from (
      (select id, entry_id, ends_on is null, field, rhythm ->> 'kind' from was except select id, entry_id, ends_on is null, field, rhythm ->> 'kind' from became)
      union all
      (select id, entry_id, ends_on is null, field, rhythm ->> 'kind' from became except select id, entry_id, ends_on is null, field, rhythm ->> 'kind' from was)) changed
      join catalogue.responsibility held on held.entry_id = changed.entry_id;
  end if;
  return null;
end $$;
create trigger touch_map_of_new after insert on catalogue.entry_version referencing new table as became for each statement execute function catalogue.touch_map_of_versions();
create trigger touch_map_of_changed after update on catalogue.entry_version referencing old table as was new table as became for each statement execute function catalogue.touch_map_of_versions();
create trigger touch_map_of_gone after delete on catalogue.entry_version referencing old table as was for each statement execute function catalogue.touch_map_of_versions();

-- What stands in the catalogue today is counted by the job's first run.
insert into catalogue.map_touched (unit_id) select distinct unit_id from catalogue.responsibility;
