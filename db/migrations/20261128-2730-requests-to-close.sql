-- Applications that were answered and are not closed yet: they wait for somebody as open ones do, and are few among a hundred thousand.
create index application_to_close on requests.application (unit_id, state) where concluded_on is not null and state <> 'closed' and state <> 'archived';
