-- A batch of a hundred thousand is released some at a time: those that wait are found without reading the others.
create index document_waiting on disclosure.document (historic_batch_id, id)
where historic_batch_id is not null and live_edition_id is null and release_failure is null;
