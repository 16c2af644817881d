-- A draft made of a yearly report carries its figures: they are reviewed, judged and published together with the text that shows them.
alter table disclosure.edition add column report_figures jsonb;

-- 政府信息公开年报 as everybody sees them, by year and unit. Written by the door, together with the document.
create table publication.yearly_report (
  document_id uuid primary key references publication.document on delete cascade,
  unit_id uuid not null,
  unit_name text not null,
  -- the year that is reported on
  year smallint not null check (year between 1990 and 2099),
  -- own, or region: with departments and towns; null where only a text is known, as of reports before Gongkai
  scope text check (scope in ('own', 'region')),
  generation text check (generation in ('A', 'B', 'C')),
  -- by key of the form: a number, '/' where it does not apply, words of a change, null where it is empty
  cells jsonb,
  check ((cells is null) = (generation is null)),
  check ((cells is null) = (scope is null))
);
-- the list of all years, of one year, and of one unit
create index yearly_report_list on publication.yearly_report (year desc, unit_name, document_id);
create index yearly_report_unit on publication.yearly_report (unit_id, year desc);

-- What is listed there already: the year stands in the title, else it is the one before.
with recursive listed as (
  select id from publication.site_column where kind = 'annual-report'
  union
  select below.id from publication.site_column below join listed on below.parent_id = listed.id
)
insert into publication.yearly_report (document_id, unit_id, unit_name, year)
select distinct document.id, document.unit_id, document.unit_name,
  coalesce(substring(document.title from '((?:19[9]|20\d)\d)\s*年')::int, extract(year from document.listed_at)::int - 1)
from listed join publication.document_column placed on placed.column_id = listed.id join publication.document on document.id = placed.document_id;

-- Making the draft of a report: which version of the report it shows, by whom. Made again, another row.
create table reports.draft_made (
  report_id uuid not null references reports.report,
  ordinal smallint not null,
  document_id uuid not null references disclosure.document,
  edition_id uuid not null references disclosure.edition,
  -- of reports.report: a later change of figures or text leaves the draft behind
  report_version integer not null,
  by_account_id uuid not null references access.account,
  by_name text not null,
  at timestamptz not null,
  primary key (report_id, ordinal)
);

-- The file from which a report of a year before Gongkai was read, and what became of it.
create table reports.taken_over (
  report_id uuid primary key references reports.report,
  file_name text not null,
  sha256 text not null,
  bytes integer not null,
  media_type text not null,
  title text not null,
  -- what the reader had to say when a person confirmed it: severity, code, place, message, expected, found
  findings jsonb not null,
  at timestamptz not null,
  -- taken over once more from another file: by which report, and why; the row stays
  replaced_by uuid references reports.report,
  replaced_reason text not null default '',
  check ((replaced_by is null) = (replaced_reason = ''))
);
-- One history a unit and year: what was replaced stays in its row.
alter table reports.report drop constraint report_state_check;
alter table reports.report add constraint report_state_check
  check (state in ('preparing', 'signing', 'signed', 'submitted', 'returned', 'accepted', 'replaced'));
create unique index report_taken_over on reports.report (unit_id, kind, year, scope) where origin = 'taken-over' and state <> 'replaced';
