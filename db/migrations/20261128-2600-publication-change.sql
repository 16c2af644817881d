-- Which topics a change of the public touches: noted by the database itself beside the change, so that no writer can forget it. Whoever
-- keeps finished pages (portal, mirror) drops those that depend on a topic as soon as the change is visible on the server that it reads from.
create table publication.change (
  id bigint generated always as identity primary key,
  -- Numbers are given before the commit, so their order is not that in which they become visible: readers go by transactions.
  writer xid8 not null default pg_current_xact_id(),
  topics text[] not null,
  noted_at timestamptz not null default now()
);
create index change_writer on publication.change (writer);
create index change_noted on publication.change (noted_at);

-- Changes of transactions before this one may have been forgotten: whoever last looked before it doubts everything.
create table publication.change_horizon (
  one_row boolean primary key default true check (one_row),
  writer xid8 not null
);
insert into publication.change_horizon (writer) values ('0');

-- Beyond so many topics of one statement, all is doubted: naming them would cost more than making the pages again.
create function publication.note_topics(topics text[]) returns void language sql
begin atomic
  insert into publication.change (topics)
  select case when cardinality(topics) > 2000 then array['everything'] else topics end where cardinality(topics) > 0;
end;

create function publication.note_documents() returns trigger language plpgsql as $$
declare
  noted text[];
begin
  if tg_op = 'INSERT' then
    -- What it replaces names it.
    select array_agg(distinct topic) into noted from became, unnest(array['documents', 'document/' || id, 'document/' || replaced_by, 'of-unit/' || unit_id]) topic
    where topic is not null;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct topic) into noted from was, unnest(array['documents', 'document/' || id, 'of-unit/' || unit_id]) topic;
  else
    -- A list shows the titles of what stands in it; the rows of the columns themselves may stay as they are.
    select array_agg(distinct topic) into noted from (
      select unnest(array['documents', 'document/' || id, 'document/' || replaced_by, 'of-unit/' || unit_id]) as topic from became
      union all select unnest(array['document/' || replaced_by, 'of-unit/' || unit_id]) from was
      union all select 'column/' || c.column_id from became join publication.document_column c on c.document_id = became.id
    ) touched where topic is not null;
  end if;
  perform publication.note_topics(noted);
  return null;
end $$;
create trigger note_new after insert on publication.document referencing new table as became for each statement execute function publication.note_documents();
create trigger note_changed after update on publication.document referencing old table as was new table as became for each statement execute function publication.note_documents();
create trigger note_gone after delete on publication.document referencing old table as was for each statement execute function publication.note_documents();

-- Tables whose rows touch topics that their own columns name; a row written again as it was touches nothing. Arguments: pairs of a prefix and the column behind it; a prefix alone is the topic.
create function publication.note_rows() returns trigger language plpgsql as $$
declare
  rows text := case tg_op when 'INSERT' then 'select * from became' when 'DELETE' then 'select * from was' else '(select * from was except all select * from became) union all (select * from became except all select * from was)' end;
  parts text[] := '{}';
  noted text[];
begin
  for at in 0 .. tg_nargs - 1 loop
    parts := parts || case when position('/' in tg_argv[at]) = 0 then quote_literal(tg_argv[at])
      -- Of a name only which of 65,536 heaps it lies in: no word of a withdrawn title is left here.
      when tg_argv[at] = 'cited/key' then '''cited/'' || left(md5(key), 4)'
      else format('%L || %I', split_part(tg_argv[at], '/', 1) || '/', split_part(tg_argv[at], '/', 2)) end;
  end loop;
  execute format('select array_agg(distinct topic) from (%s) touched, unnest(array[%s]) topic', rows, array_to_string(parts, ', ')) into noted;
  perform publication.note_topics(noted);
  return null;
end $$;

do $$
declare
  noting record;
begin
  for noting in
    select * from (values
      ('document_column', $q$'column/column_id', 'document/document_id'$q$),
      ('entry_column', $q$'catalogue', 'column/column_id', 'of-unit/unit_id'$q$),
      ('relation', $q$'document/from_id', 'document/to_id'$q$),
      ('citation', $q$'cited/key'$q$),
      ('cited_name', $q$'cited/key'$q$),
      ('survey', $q$'document/document_id'$q$),
      ('tombstone', $q$'document/document_id'$q$),
      ('unit', $q$'units', 'unit/id'$q$),
      ('catalogue_entry', $q$'catalogue', 'of-unit/unit_id'$q$),
      ('site', $q$'site'$q$),
      ('site_column', $q$'site', 'column/id'$q$),
      ('calendar_year', $q$'calendar'$q$),
      ('application_figures', $q$'application-figures'$q$),
      ('yearly_report', $q$'documents', 'document/document_id'$q$)
    ) as of (name, topics)
  loop
    execute format('create trigger note_new after insert on publication.%I referencing new table as became for each statement execute function publication.note_rows(%s)', noting.name, noting.topics);
    execute format('create trigger note_changed after update on publication.%I referencing old table as was new table as became for each statement execute function publication.note_rows(%s)', noting.name, noting.topics);
    execute format('create trigger note_gone after delete on publication.%I referencing old table as was for each statement execute function publication.note_rows(%s)', noting.name, noting.topics);
  end loop;
end $$;

-- A page shows the number of its link in the register as soon as there is one.
create function publication.note_links() returns trigger language plpgsql as $$
begin
  perform publication.note_topics((select array_agg(distinct 'document/' || e.document_id) from became join publication.register_entry e on e.id = became.entry_id));
  return null;
end $$;
create trigger note_new after insert on publication.register_link referencing new table as became for each statement execute function publication.note_links();
