-- 依申请公开年度数据: what everybody is told of the applications of each complete year, guarded before it is written.
create table publication.application_figures (
  year smallint not null,
  -- null: all together
  unit_id uuid references publication.unit on delete cascade,
  -- a figure that is guarded is null
  figures jsonb not null,
  mean_days integer,
  counted_at timestamptz not null,
  unique nulls not distinct (year, unit_id)
);
