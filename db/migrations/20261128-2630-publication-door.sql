-- The door in few round trips: what it asks, which numbers it gives out and what it writes are one call each, over one document or many.
-- What may go out is decided by the rules in publication/rules/door.ts, between these calls; nothing here decides it.

-- Holds the documents until the transaction ends and tells how they stand. Two publications of one document wait for each other, first ones too;
-- those of different documents do not. Old stock comes by thousands in one transaction, under the lock of its batch: it takes no lock of its own (`lone`).
-- Every statement of this function sees what was committed while it waited.
create function publication.at_the_door(asked jsonb, party_kind text)
returns table (
  document_id uuid, revision integer, index_number text, first_published_at timestamptz, listed_at timestamptz, withdrawn boolean,
  unknown_columns uuid[], columns_of_other_line text[], among_reports boolean, title_terms text[], terms text[]
)
language plpgsql as $$
#variable_conflict use_column
declare
  one record;
begin
  -- in one order, so that two batches cannot wait for each other
  for one in select (item ->> 'documentId')::uuid as id, (item ->> 'lone')::boolean as lone from jsonb_array_elements(asked) as item order by 1 loop
    perform from publication.document d where d.id = one.id for update;
    if not found and one.lone then
      perform pg_advisory_xact_lock(hashtextextended(one.id::text, 0));
      perform from publication.document d where d.id = one.id for update;
    end if;
  end loop;
  return query
    select a.id, d.revision, d.index_number, d.first_published_at, d.listed_at,
      d.id is null and exists (select from publication.tombstone t where t.document_id = a.id),
      array(select c from unnest(a.columns) c where not exists (select from publication.site_column s where s.id = c)),
      -- the lines of the government and of the party are kept apart
      array(
        select s.name from publication.site_column s where s.id = any(a.columns)
          and (s.kind = party_kind) <> exists (select from publication.unit u where u.id = a.unit and u.kind = party_kind)),
      exists (
        with recursive above as (
          select s.id, s.parent_id, s.kind from publication.site_column s where s.id = any(a.columns)
          union
          select s.id, s.parent_id, s.kind from publication.site_column s join above on above.parent_id = s.id
        )
        select from above where above.kind = 'annual-report'),
      found.title_terms, found.terms
    from (
      select (item ->> 'documentId')::uuid as id, (item ->> 'unitId')::uuid as unit, array(select jsonb_array_elements_text(item -> 'columnIds'))::uuid[] as columns, place
      from jsonb_array_elements(asked) with ordinality as given (item, place)
    ) a
      left join publication.document d on d.id = a.id
      left join publication.search_document found on found.document_id = a.id
    order by a.place;
end $$;

-- The next free serials of a front code and year, as many as are wanted or as are left; numbers that old stock brought along are stepped over.
-- The row of the front code and year is the only thing that publishers share, and only those of one unit.
create function publication.next_serials(front text, of_year integer, wanted integer) returns integer[]
language plpgsql as $$
declare
  step integer := wanted;
  reached integer;
  free integer[] := '{}';
begin
  loop
    insert into publication.index_serial as serial (front_code, year, last_serial) values (front, of_year, step)
    on conflict (front_code, year) do update set last_serial = serial.last_serial + step where serial.last_serial + step <= 99999
    returning last_serial into reached;
    if not found then
      exit when step = 1;
      step := 1;
      continue;
    end if;
    free := free || array(
      select n from generate_series(reached - step + 1, reached) n
      cross join lateral (select front || '/' || of_year || '-' || lpad(n::text, 5, '0') as number) made
      where not exists (select from publication.document d where d.index_number = made.number)
        and not exists (select from publication.tombstone t where t.index_number = made.number));
    exit when cardinality(free) >= wanted;
    step := wanted - cardinality(free);
  end loop;
  return free;
end $$;

-- Which of the numbers that old stock brings along somebody has already. Those of our own shape name their front code and year: their serials
-- are held, so that none of them is given out meanwhile. Two claims at once fail on the unique key.
create function publication.numbers_taken(numbers text[], fronts text[], years integer[]) returns text[]
language plpgsql as $$
begin
  insert into publication.index_serial as serial (front_code, year, last_serial)
  select distinct front, of_year, 0 from unnest(fronts, years) as own (front, of_year) order by 1, 2
  on conflict (front_code, year) do update set last_serial = serial.last_serial;
  return array(
    select n from unnest(numbers) n
    where exists (select from publication.document d where d.index_number = n) or exists (select from publication.tombstone t where t.index_number = n));
end $$;

-- Writes one publication, the first or a revision: register, read model, words. Returns the entry in the register. A first one meets nothing
-- that it could replace, so that it asks nothing to be deleted. `given` is made by publication/store/door.ts.
create function publication.let_out(given jsonb) returns bigint
language plpgsql as $$
declare
  written publication.document := jsonb_populate_record(null::publication.document, given -> 'document');
  column_ids uuid[] := array(select jsonb_array_elements_text(given -> 'columns'))::uuid[];
  entry bigint;
begin
  insert into publication.register_entry (document_id, act, revision, index_number, at, salted_hash)
  values (written.id, case when written.revision = 1 then 'publish' else 'revise' end, written.revision, written.index_number, written.published_at, (given ->> 'saltedHash')::bytea)
  returning id into entry;
  insert into publication.register_pending (entry_id) values (entry);

  if written.revision = 1 then
    insert into publication.document values (written.*);
  else
    -- it keeps its number and the day it first went out
    update publication.document d set
      revision = written.revision, unit_id = written.unit_id, unit_name = written.unit_name, title = written.title, document_number = written.document_number,
      document_number_key = written.document_number_key, kind = written.kind, theme = written.theme, keywords = written.keywords, summary = written.summary,
      responsible_department = written.responsible_department, source = written.source, source_url = written.source_url, drafted_on = written.drafted_on,
      effective_on = written.effective_on, expires_on = written.expires_on, validity = written.validity, replaced_by = written.replaced_by,
      body_html = written.body_html, body_text = written.body_text, excerpt = written.excerpt, published_at = written.published_at,
      original_published_on = written.original_published_on, original_address = written.original_address, historic = written.historic, listed_at = written.listed_at,
      content_hash = written.content_hash, salt = written.salt, attachment_count = written.attachment_count, from_application = written.from_application,
      citations_read = written.citations_read
    where d.id = written.id;
    delete from publication.attachment where document_id = written.id;
    -- a pin stays where its column stays
    delete from publication.document_column where document_id = written.id and column_id <> all(column_ids);
    update publication.document_column set listed_at = written.listed_at, unit_id = written.unit_id
    where document_id = written.id and (listed_at, unit_id) is distinct from (written.listed_at, written.unit_id);
    delete from publication.yearly_report where document_id = written.id;
    delete from publication.citation where document_id = written.id;
    delete from publication.cited_name where document_id = written.id;
    delete from publication.search_document where document_id = written.id;
  end if;

  if given -> 'attachments' <> '[]' then
    insert into publication.attachment select * from jsonb_populate_recordset(null::publication.attachment, given -> 'attachments');
  end if;
  if column_ids <> '{}' then
    insert into publication.document_column (document_id, column_id, listed_at, unit_id)
    select distinct written.id, c, written.listed_at, written.unit_id from unnest(column_ids) c
    where not exists (select from publication.document_column s where s.document_id = written.id and s.column_id = c);
  end if;
  if given -> 'report' <> 'null' then
    insert into publication.yearly_report select * from jsonb_populate_record(null::publication.yearly_report, given -> 'report');
  end if;
  insert into publication.revision (document_id, revision, title, body_html, body_text, change_note, published_at, content_hash, content, salt, register_entry_id)
  values (written.id, written.revision, written.title, written.body_html, written.body_text, given ->> 'changeNote', written.published_at, written.content_hash,
    given ->> 'content', written.salt, entry);
  if given -> 'citations' <> '[]' then
    insert into publication.citation (document_id, kind, key, written, position, listed_at)
    select written.id, cited ->> 'kind', cited ->> 'key', cited ->> 'written', place, written.listed_at
    from jsonb_array_elements(given -> 'citations') with ordinality as c (cited, place);
  end if;
  if given -> 'names' <> '[]' then
    insert into publication.cited_name (document_id, key) select written.id, jsonb_array_elements_text(given -> 'names');
  end if;
  insert into publication.search_document select * from jsonb_populate_record(null::publication.search_document, given -> 'search');
  if given -> 'termChange' <> 'null' then
    insert into publication.term_change (document_id, added, removed)
    select written.id, change.added, change.removed from jsonb_to_record(given -> 'termChange') as change (added text[], removed text[]);
  end if;
  if given ->> 'oldPath' is not null then
    -- an address leads to the first that claimed it, until that is withdrawn
    insert into publication.redirect as standing (path, document_id) values (given ->> 'oldPath', written.id)
    on conflict (path) do update set document_id = excluded.document_id
    where not exists (select from publication.document where id = standing.document_id);
  end if;
  return entry;
end $$;
