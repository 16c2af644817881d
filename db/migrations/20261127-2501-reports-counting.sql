-- Which units a report counts (its own, those that have no report of their own, those whose place it took), how far people were told of its day, and who wrote.
alter table reports.report
  -- whose records stand in the counted cells
  add column counts_units uuid[] not null default '{}',
  -- 1: hand in soon; 2: late
  add column reminded smallint not null default 0,
  -- who typed or asked for the signature: whoever signs is none of them
  add column written_by uuid[] not null default '{}';

alter table reports.round
  -- why it ended with reports outstanding; empty where none was
  add column closed_note text not null default '',
  add column closed_by_name text;

-- Reports whose day of handing in comes near, for the reminders of the morning.
create index report_to_remind on reports.report (hand_in_by, id) where state in ('preparing', 'returned', 'signing', 'signed');
