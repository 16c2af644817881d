-- Which texts still wait for their print is heard from the public register, not asked of every text again and again.
create table channels.likeness_listener (
  one boolean primary key default true check (one),
  register_sequence bigint not null
);
-- from the beginning: a text that has its print is passed over
insert into channels.likeness_listener (register_sequence) values (0);

-- Pieces of no website stand in no register: each is read once, its text never changes.
alter table channels.offline_piece add column printed boolean not null default false;
update channels.offline_piece set printed = true where exists (select from channels.likeness_print print where print.piece_id = offline_piece.id);
create index offline_piece_unprinted on channels.offline_piece (id) where not printed;
