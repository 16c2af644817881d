-- 党务公开: organs of the party are units of a kind of their own, with a catalogue of their own.
alter table organization.unit drop constraint unit_kind_check;
alter table organization.unit add constraint unit_kind_check
  check (kind in ('government', 'department', 'section', 'town', 'street', 'village', 'community', 'institution', 'party'));
-- few among many: every figure of the government leaves them out by this list
create index unit_party on organization.unit (id) where kind = 'party';
create index unit_party on publication.unit (id) where kind = 'party';
alter table catalogue.import add column kind text not null default 'government' check (kind in ('government', 'party', 'internal'));
