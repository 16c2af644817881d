-- Sums of applications that each change carries on in its own transaction, so that a county is counted without reading its applications.
-- Nobody waits for anybody: a change only adds a row of what it adds or takes away; a job folds those into the sums. What is true is always both together.

-- What one application is counted as: once in the month of its receipt, once in the month of its conclusion.
create function requests.tally_events(received_on date, concluded_on date, due_on date, outcome text, extended boolean)
returns table (event text, month date, result text, term text, prolonged boolean, days integer) language sql immutable as $$
  select 'received', date_trunc('month', received_on)::date, '', '', false, 0 where received_on is not null
  union all
  select 'concluded', date_trunc('month', concluded_on)::date, outcome, case when due_on is null then '' when concluded_on <= due_on then 'in-time' else 'late' end, extended,
    concluded_on - received_on
  where received_on is not null and concluded_on is not null
$$;

create table requests.tally (
  month date not null,
  unit_id uuid not null,
  event text not null check (event in ('received', 'concluded')),
  applicant_kind text not null,
  channel text not null,
  -- of what is concluded: how it ended; in time, late, or without a term (''); whether the term was extended
  result text not null,
  term text not null check (term in ('', 'in-time', 'late')),
  prolonged boolean not null,
  count bigint not null,
  -- calendar days from receipt to conclusion, of all of them together
  days bigint not null,
  primary key (month, unit_id, event, applicant_kind, channel, result, term, prolonged)
);

-- What is not folded in yet: only added to by changes, only taken away by the job.
create table requests.tally_delta (
  id bigint generated always as identity primary key,
  month date not null,
  unit_id uuid not null,
  event text not null,
  applicant_kind text not null,
  channel text not null,
  result text not null,
  term text not null,
  prolonged boolean not null,
  count bigint not null,
  days bigint not null
);

-- The same counted from the applications as they stand: fills the sums, and verifies them.
create view requests.tally_counted as
  select e.month, a.unit_id, e.event, a.applicant_kind, a.channel, e.result, e.term, e.prolonged, count(*) as count, sum(e.days)::bigint as days
  from requests.application a
  cross join lateral requests.tally_events(a.received_on, a.concluded_on, a.due_on, a.outcome, a.extended) e
  group by 1, 2, 3, 4, 5, 6, 7, 8;

insert into requests.tally select * from requests.tally_counted;

create function requests.carry_tally() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into requests.tally_delta (month, unit_id, event, applicant_kind, channel, result, term, prolonged, count, days)
    select e.month, a.unit_id, e.event, a.applicant_kind, a.channel, e.result, e.term, e.prolonged, count(*), sum(e.days)
    from became a cross join lateral requests.tally_events(a.received_on, a.concluded_on, a.due_on, a.outcome, a.extended) e
    group by 1, 2, 3, 4, 5, 6, 7, 8;
  elsif tg_op = 'DELETE' then
    insert into requests.tally_delta (month, unit_id, event, applicant_kind, channel, result, term, prolonged, count, days)
    select e.month, a.unit_id, e.event, a.applicant_kind, a.channel, e.result, e.term, e.prolonged, -count(*), -sum(e.days)
    from was a cross join lateral requests.tally_events(a.received_on, a.concluded_on, a.due_on, a.outcome, a.extended) e
    group by 1, 2, 3, 4, 5, 6, 7, 8;
  else
    -- what stays as it was cancels out and leaves no row
    insert into requests.tally_delta (month, unit_id, event, applicant_kind, channel, result, term, prolonged, count, days)
    select e.month, a.unit_id, e.event, a.applicant_kind, a.channel, e.result, e.term, e.prolonged, sum(a.sign), sum(a.sign * e.days)
    from (
      select -1 as sign, unit_id, applicant_kind, channel, received_on, concluded_on, due_on, outcome, extended from was
      union all
      select 1, unit_id, applicant_kind, channel, received_on, concluded_on, due_on, outcome, extended from became
    ) a cross join lateral requests.tally_events(a.received_on, a.concluded_on, a.due_on, a.outcome, a.extended) e
    group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(a.sign) <> 0 or sum(a.sign * e.days) <> 0;
  end if;
  return null;
end $$;

create trigger carry_tally_of_new after insert on requests.application referencing new table as became for each statement execute function requests.carry_tally();
create trigger carry_tally_of_changed after update on requests.application referencing old table as was new table as became for each statement execute function requests.carry_tally();
create trigger carry_tally_of_gone after delete on requests.application referencing old table as was for each statement execute function requests.carry_tally();
