-- What a section may read is gathered by its documents: among a million, looking along the order of a list takes seconds.
create index document_section on disclosure.document (section_id) where section_id is not null;
