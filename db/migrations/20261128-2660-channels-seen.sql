-- Where each piece of information that the ledger speaks of was seen, kept so that a county is counted without reading the ledger: what
-- only stands on the website is left out, it is a sum of months. Nobody waits for anybody: a change only notes which piece it touches, a
-- job counts the touched pieces anew. What is true is what is kept of all others, with what the touched ones come to.
create table channels.seen (
  piece_id uuid not null,
  channel text not null,
  unit_id uuid not null,
  -- stands for all pieces that are the same information
  root_id uuid not null,
  -- the first day of the piece on the channel
  day date not null,
  -- no other unit showed the information
  alone boolean not null,
  -- of all that the unit showed of it: the first anywhere, and the first on the channel
  first boolean not null,
  first_there boolean not null,
  primary key (piece_id, channel, unit_id)
);
create index seen_day on channels.seen (day) include (unit_id, channel, root_id, alone, first, first_there);
create index seen_shared on channels.seen (day) include (root_id, unit_id) where not alone;
create index seen_root on channels.seen (root_id) include (unit_id, channel, day);

-- Pieces of which something changed since they were counted: only added to by changes, only taken away by the job.
create table channels.touched_piece (
  id bigint generated always as identity primary key,
  piece_id uuid not null
);

create function channels.touch_pieces() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into channels.touched_piece (piece_id) select distinct piece_id from became;
  end if;
  if tg_op <> 'INSERT' then
    insert into channels.touched_piece (piece_id) select distinct piece_id from was;
  end if;
  return null;
end $$;

create trigger touch_new after insert on channels.entry referencing new table as became for each statement execute function channels.touch_pieces();
create trigger touch_changed after update on channels.entry referencing old table as was new table as became for each statement execute function channels.touch_pieces();
create trigger touch_gone after delete on channels.entry referencing old table as was for each statement execute function channels.touch_pieces();
create trigger touch_new after insert on channels.same_information referencing new table as became for each statement execute function channels.touch_pieces();
create trigger touch_changed after update on channels.same_information referencing old table as was new table as became for each statement execute function channels.touch_pieces();
create trigger touch_gone after delete on channels.same_information referencing old table as was for each statement execute function channels.touch_pieces();

-- A document that comes for the first time is in no ledger. Of one that goes, or moves, the ledger may be told in the same moment by somebody else, so it is always noted.
create function channels.touch_documents() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into channels.touched_piece (piece_id)
    select id from became
    where exists (select from channels.entry e where e.piece_id = became.id) or exists (select from channels.same_information s where s.piece_id = became.id);
  elsif tg_op = 'DELETE' then
    insert into channels.touched_piece (piece_id) select id from was;
  else
    insert into channels.touched_piece (piece_id)
    select became.id from became join was using (id) where became.unit_id <> was.unit_id or became.listed_at <> was.listed_at;
  end if;
  return null;
end $$;
create trigger touch_new after insert on publication.document referencing new table as became for each statement execute function channels.touch_documents();
create trigger touch_changed after update on publication.document referencing old table as was new table as became for each statement execute function channels.touch_documents();
create trigger touch_gone after delete on publication.document referencing old table as was for each statement execute function channels.touch_documents();

-- What stands in the ledger today is counted by the job's first run.
insert into channels.touched_piece (piece_id) select piece_id from channels.entry union select piece_id from channels.same_information;
