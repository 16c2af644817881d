-- The paper way: the printed sheet bears a code, its photographs file themselves by it, and what was signed by pen is entered from them.

-- One code for each text that a sheet was printed of: unguessable, and the same however often it is printed.
create table disclosure.printed_sheet (
  code text primary key,
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  -- of the text
  version integer not null,
  issued_at timestamptz not null,
  unique (edition_id, round, version)
);

-- A photograph or scan as it was handed in; it belongs to whoever's post handed it in until it is filed.
create table disclosure.sheet_photo (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references organization.unit,
  section_id uuid references organization.unit,
  name text not null,
  media_type text not null,
  pages integer not null,
  bytes bigint not null,
  -- the copy without properties, which is shown
  sha256 text not null,
  -- the evidence, as it came
  original_sha256 text not null,
  original_bytes bigint not null,
  -- what was handed in, and the pages that were cut out of it ('' where all of it)
  source_sha256 text not null,
  source_pages text not null,
  -- what was read, or null; and why it did not file itself: disclosure/law/paper.ts
  code text,
  trouble text,
  added_by uuid not null references access.account,
  added_by_name text not null,
  added_at timestamptz not null,
  unique (unit_id, source_sha256, source_pages)
);
create index sheet_photo_added on disclosure.sheet_photo (added_at desc);

create table disclosure.sheet_filing (
  photo_id uuid primary key references disclosure.sheet_photo,
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  version integer not null,
  how text not null check (how in ('code', 'hand')),
  attachment_id uuid not null references disclosure.attachment,
  filed_by uuid not null references access.account,
  filed_by_name text not null,
  at timestamptz not null
);
create index sheet_filing_edition on disclosure.sheet_filing (edition_id);
create index sheet_filing_attachment on disclosure.sheet_filing (attachment_id);

-- What was handed in by mistake: out of the tray, with the reason.
create table disclosure.sheet_photo_aside (
  photo_id uuid primary key references disclosure.sheet_photo,
  reason text not null check (reason <> ''),
  by_account_id uuid not null references access.account,
  by_name text not null,
  at timestamptz not null
);

-- What somebody signed by pen at a level, as the clerk read it from the paper; the newest of a level holds.
create table disclosure.pen_signature (
  id bigint generated always as identity primary key,
  edition_id uuid not null references disclosure.edition,
  round integer not null,
  -- disclosure/law/paper.ts
  level text not null,
  signer text not null check (signer <> ''),
  signed_on date not null,
  attachment_id uuid not null references disclosure.attachment,
  recorded_by uuid not null references access.account,
  recorded_by_name text not null,
  at timestamptz not null
);
create index pen_signature_edition on disclosure.pen_signature (edition_id, round, id);

-- The monthly summary asks for concluded secrecy reviews of a month.
create index step_taken_reviewed on disclosure.step_taken (at)
  where step in ('pass-secrecy', 'ask-confirmation', 'refer', 'return-from-secrecy', 'return-from-referred');
