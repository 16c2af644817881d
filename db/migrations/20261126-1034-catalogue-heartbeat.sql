-- How each entry of a unit beats: facts of its last publication, learnt from the public register; and its public face.

alter table catalogue.responsibility
  -- the last duty was closed by its article
  add column closed_on date,
  -- day of the last publication that met a duty
  add column met_on date,
  -- it was to be known beforehand and came after the event
  add column after_event boolean not null default false;

create table catalogue.beat (
  responsibility_id uuid primary key references catalogue.responsibility,
  -- null where what stood there was withdrawn
  document_id uuid,
  title text not null default '',
  published_at timestamptz,
  -- the same text with another date, or the text before all but word for word
  padded boolean not null default false,
  -- a title without content
  bare boolean not null default false
);

-- How far the public register has been listened to.
create table catalogue.listener (
  one boolean primary key default true check (one),
  register_sequence bigint not null
);

-- What the public sees of an entry: its last update and when it is due. No foreign key leads out.
create table publication.catalogue_entry (
  id uuid primary key,
  unit_id uuid not null,
  field text not null,
  position integer not null,
  name text not null,
  elements text not null,
  limit_text text not null,
  updated_at timestamptz,
  due_on date
);
create index catalogue_entry_unit on publication.catalogue_entry (unit_id, field, position, name);
