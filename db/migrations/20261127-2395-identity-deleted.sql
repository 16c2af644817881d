-- When what was sealed about the applicant was deleted by rule; null while it is kept.
alter table requests.application add column identity_deleted_on date;
