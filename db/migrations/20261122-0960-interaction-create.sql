-- What citizens write. For now: errors found on the site (我为政府网站找错).
create schema interaction;
create table interaction.error_report (
  id uuid primary key,
  page text not null,
  kind text not null,
  description text not null,
  contact text not null default '',
  received_at timestamptz not null,
  answered_by uuid references access.account,
  answered_at timestamptz,
  answer text not null default ''
);
create index error_report_open on interaction.error_report (received_at) where answered_at is null;
