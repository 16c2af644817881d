-- What other modules do raises events: which one and about what text stands on the trigger, and no event raises the same thing twice.

alter table catalogue.trigger
  -- catalogue/law/events.ts; null where a person entered it
  add column event text,
  -- the text that it came from; no foreign key, because the text may be withdrawn
  add column document_id uuid,
  -- names the happening itself, such as a number of the public register
  add column source_key text,
  add check ((event is null) = (source_key is null));
create unique index trigger_source on catalogue.trigger (source_key, entry_id, unit_id) where source_key is not null;

-- Entries that wait for events of the site: few among thousands.
create index entry_version_events on catalogue.entry_version (entry_id) where ends_on is null and rhythm ? 'on';

-- How far the public register was listened to for events; what happened before nobody asked for.
create table catalogue.event_listener (
  one boolean primary key default true check (one),
  register_sequence bigint not null
);
insert into catalogue.event_listener select true, coalesce(max(sequence), 0) from publication.register_link;

-- The last day of a consultation that was told to the catalogue; another last day is told again.
alter table disclosure.relation add column closing_told_for date;
update disclosure.relation set closing_told_for = period_to where period_to < current_date;
create index relation_closing on disclosure.relation (period_to) where kind = 'consults' and state = 'set';
