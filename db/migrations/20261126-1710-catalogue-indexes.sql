-- Each list and each run reads what it shows, measured by bench/duties.ts.

-- a batch takes the first of many that have the same day: without the id it read all of them in every turn
drop index catalogue.responsibility_next;
create index responsibility_next on catalogue.responsibility (next_on, id) where until is null and next_on is not null;
-- what nobody answers for any more, and what is still open of it
create index responsibility_ended on catalogue.responsibility (until) where until is not null;
create index duty_open_of on catalogue.duty (responsibility_id, due_on) where outcome is null;
-- ten years of settled duties of the whole county, newest first
create index duty_settled_on on catalogue.duty (settled_on desc, id) where outcome is not null;
create index duty_settled_due on catalogue.duty (due_on desc, id) where outcome is not null;
