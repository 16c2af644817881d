-- Text of reports: figures that no cell holds, the sentences that the system drew, and prints by which texts that are alike are found.

-- Figures of {m.…} as they were counted when the text was last saved: a signed text must not change with the records.
create table reports.text_figure (
  report_id uuid not null references reports.report,
  -- as the text names it
  name text not null check (name <> ''),
  title text not null,
  unit text not null,
  value numeric(20, 6) not null,
  counted_at timestamptz not null,
  primary key (report_id, name)
);

-- A sentence of the starting text and the records that bear it out.
create table reports.sentence (
  report_id uuid not null references reports.report,
  ordinal integer not null,
  part smallint not null,
  -- with its references
  said text not null check (said <> ''),
  article text not null,
  -- addresses in the office: [{"title", "path"}]
  sources jsonb not null,
  drawn_at timestamptz not null,
  primary key (report_id, ordinal)
);

-- Bands of the minimum hash of a part's own words: no figures, none of the sentences that the system drew. Texts that share a band are compared.
create table reports.part_print (
  report_id uuid not null,
  ordinal smallint not null,
  bands bigint[] not null,
  primary key (report_id, ordinal),
  foreign key (report_id, ordinal) references reports.part
);
create index part_print_bands on reports.part_print using gin (bands);
