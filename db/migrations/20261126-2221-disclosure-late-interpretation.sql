-- Owner and head are told once that an interpretation is late; what is late already is told with the next run.
alter table disclosure.interpretation_duty add column late_told_on date;
create index interpretation_duty_untold on disclosure.interpretation_duty (due_on, document_id) where late_told_on is null;
