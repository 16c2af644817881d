-- The tables of a file in which something is summed up, as they show: asked only by the checks of the text.
alter table gate.file_inspection add column tables jsonb not null default '[]';
