-- Text messages beside mail: the same outbox, a way of its own out of the house.
alter table notices.outgoing add column channel text not null default 'mail' check (channel in ('mail', 'text'));
alter table notices.outgoing alter column channel drop default;
drop index notices.outgoing_waiting;
create index outgoing_waiting on notices.outgoing (channel, next_try_at) where sent_at is null and given_up_at is null;

-- What the worker said of its ways out when it started: what is not set up is not promised.
alter table notices.mail_server rename to way_out;
alter table notices.way_out rename column sender to mail_sender;
alter table notices.way_out add column text_gateway text;

-- Whether the public form may offer text messages; which gateway it is stays inside.
create function intake.tells_by_text() returns boolean language sql security definer set search_path = pg_catalog
  as 'select coalesce((select text_gateway is not null from notices.way_out), false)';
