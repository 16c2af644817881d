-- How many documents of each unit stand listed in each month, of every kind together (by kind there would be nearly as many sums as documents): sums that each publication carries on in its own transaction, without a lock that two publishers share.
-- As for applications: a change adds a row, a job folds the rows into the sums, and both together are what is true.

create table publication.tally (
  month date not null,
  unit_id uuid not null,
  count bigint not null,
  primary key (month, unit_id)
);

create table publication.tally_delta (
  id bigint generated always as identity primary key,
  month date not null,
  unit_id uuid not null,
  count bigint not null
);

-- The same counted from the documents as they stand: fills the sums, and verifies them.
create view publication.tally_counted as
  select date_trunc('month', listed_at at time zone 'Asia/Shanghai')::date as month, unit_id, count(*) as count
  from publication.document group by 1, 2;

insert into publication.tally select * from publication.tally_counted;

create function publication.carry_tally() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into publication.tally_delta (month, unit_id, count)
    select date_trunc('month', listed_at at time zone 'Asia/Shanghai')::date, unit_id, count(*) from became group by 1, 2;
  elsif tg_op = 'DELETE' then
    insert into publication.tally_delta (month, unit_id, count)
    select date_trunc('month', listed_at at time zone 'Asia/Shanghai')::date, unit_id, -count(*) from was group by 1, 2;
  else
    insert into publication.tally_delta (month, unit_id, count)
    select date_trunc('month', listed_at at time zone 'Asia/Shanghai')::date, unit_id, sum(sign)
    from (select -1 as sign, listed_at, unit_id from was union all select 1, listed_at, unit_id from became) changed
    group by 1, 2 having sum(sign) <> 0;
  end if;
  return null;
end $$;

create trigger carry_tally_of_new after insert on publication.document referencing new table as became for each statement execute function publication.carry_tally();
create trigger carry_tally_of_changed after update on publication.document referencing old table as was new table as became for each statement execute function publication.carry_tally();
create trigger carry_tally_of_gone after delete on publication.document referencing old table as was for each statement execute function publication.carry_tally();
