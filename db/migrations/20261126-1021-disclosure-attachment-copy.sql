-- What goes out is a copy that tells less than the file that came; the file that came stays inside.
alter table disclosure.attachment
  -- of the file as it came; null where it goes out as it came
  add column original_sha256 text,
  add column original_bytes bigint,
  -- properties: names, places and devices were taken away; changes: tracked changes accepted and comments dropped as well
  add column cleaned_how text check (cleaned_how in ('properties', 'changes')),
  -- whoever pressed the button; null where it was done by itself
  add column cleaned_by uuid references access.account,
  add column cleaned_at timestamptz,
  add check ((original_sha256 is null) = (cleaned_how is null) and (original_sha256 is null) = (cleaned_at is null) and (original_sha256 is null) = (original_bytes is null));
