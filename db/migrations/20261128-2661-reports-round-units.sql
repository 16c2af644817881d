-- Opening a round for a whole county takes longer than anybody waits: the call notes which units are asked, and their reports are made in pieces, each in a transaction of its own.
alter table reports.round
  add column opened_by uuid references access.account,
  -- how many units were asked
  add column asked integer not null default 0;

update reports.round set asked = (select count(*) from reports.report where report.round_id = round.id and report.scope = 'own');

-- A unit whose report is still to be made. The row goes in the transaction in which the report comes, so that none is made twice and none forgotten.
create table reports.round_unit (
  round_id uuid not null references reports.round,
  ordinal integer not null,
  unit_id uuid not null references organization.unit,
  unit_name text not null,
  hand_in_by date not null,
  publish_by date not null,
  counts_units uuid[] not null,
  primary key (round_id, ordinal)
);
