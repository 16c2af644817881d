-- Words of an entry of the public catalogue, so that who asks for information is shown what the catalogue promises. Filled when the catalogue is next shown (nightly at the latest).
alter table publication.catalogue_entry add column terms text[] not null default '{}';
create index catalogue_entry_terms on publication.catalogue_entry using gin (terms);
