-- A list of one day shows what is listed on that day alone, so each change of a document also touches the days (UTC) on which it was and is listed:
-- one publication makes one such list old, not those of ten years.
create function publication.note_listed() returns trigger language plpgsql as $$
declare
  noted text[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct 'listed/' || to_char(listed_at at time zone 'UTC', 'YYYY-MM-DD')) into noted from became;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct 'listed/' || to_char(listed_at at time zone 'UTC', 'YYYY-MM-DD')) into noted from was;
  else
    select array_agg(distinct 'listed/' || to_char(listed_at at time zone 'UTC', 'YYYY-MM-DD')) into noted
    from (select listed_at from was union select listed_at from became) touched;
  end if;
  perform publication.note_topics(noted);
  return null;
end $$;
create trigger note_listed_new after insert on publication.document referencing new table as became for each statement execute function publication.note_listed();
create trigger note_listed_changed after update on publication.document referencing old table as was new table as became for each statement execute function publication.note_listed();
create trigger note_listed_gone after delete on publication.document referencing old table as was for each statement execute function publication.note_listed();
