-- Which unit an edition belongs to stands beside it, so that the newest of a unit among a million are one walk along an index: kept by triggers, as its document says.
alter table disclosure.edition add column unit_id uuid references organization.unit;
update disclosure.edition set unit_id = document.unit_id from disclosure.document where document.id = edition.document_id;
alter table disclosure.edition alter column unit_id set not null;
create index edition_unit on disclosure.edition (unit_id, updated_at desc, id desc);
create index edition_unit_published on disclosure.edition (unit_id, published_at desc, id desc) where published_at is not null;
-- The other ways in which an edition comes within somebody's reach.
create index document_section on disclosure.document (section_id) where section_id is not null;
create index confirmation_of_unit on disclosure.confirmation (unit_id);

create function disclosure.edition_takes_unit() returns trigger language plpgsql as $$
begin
  select unit_id into new.unit_id from disclosure.document where id = new.document_id;
  return new;
end $$;
create trigger edition_takes_unit before insert on disclosure.edition for each row execute function disclosure.edition_takes_unit();

create function disclosure.editions_follow_unit() returns trigger language plpgsql as $$
begin
  update disclosure.edition set unit_id = new.unit_id where document_id = new.id;
  return null;
end $$;
create trigger editions_follow_unit after update of unit_id on disclosure.document
  for each row when (old.unit_id is distinct from new.unit_id) execute function disclosure.editions_follow_unit();
