-- Whether a document was ever owed an examination.
create index duty_examined on catalogue.duty (subject_id) where subject_id is not null;
