-- 文号互链: what a published text cites. Whom a citation means is asked when it is read, by key, so that publishing, revising and
-- withdrawing what is cited keep every link true, and publishers of different documents share no row.
create table publication.citation (
  document_id uuid not null references publication.document on delete cascade,
  -- number: a 发文字号 in the form of document_number_key; title: a 《title》, folded
  kind text not null check (kind in ('number', 'title')),
  key text not null check (key <> ''),
  -- as the text names it
  written text not null,
  position integer not null,
  -- repeated so that the newest that cite a document are one index walk
  listed_at timestamptz not null,
  primary key (document_id, kind, key)
);
create index citation_key on publication.citation (kind, key, listed_at desc, document_id);

-- The names by which a text may be cited in 《》: its title, the title without its maker, what it issues (关于印发《…》的通知).
create table publication.cited_name (
  document_id uuid not null references publication.document on delete cascade,
  key text not null check (key <> ''),
  primary key (document_id, key)
);
create index cited_name_key on publication.cited_name (key);

-- By which recogniser the citations of a text were read; what was published before there was one waits for the worker.
alter table publication.document add column citations_read smallint not null default 0;
create index document_citations_unread on publication.document (id) where citations_read = 0;

-- A text that others rest on was amended, repealed, lost its force or was withdrawn: told once to those who answer for each text that cites it.
create table disclosure.basis_change (
  document_id uuid not null references disclosure.document,
  basis_id uuid not null references disclosure.document,
  change text not null check (change in ('amended', 'expired', 'repealed', 'withdrawn')),
  basis_title text not null,
  basis_number text,
  happened_at timestamptz not null,
  -- what was found: still holds, is being revised, ended too
  settlement text check (settlement in ('still-holds', 'revised', 'ended')),
  settled_note text not null default '',
  settled_by uuid references access.account,
  settled_at timestamptz,
  primary key (document_id, basis_id, change),
  check ((settlement is null) = (settled_at is null))
);
create index basis_change_open on disclosure.basis_change (happened_at desc, document_id) where settled_at is null;
create index basis_change_happened on disclosure.basis_change (happened_at desc, document_id);

-- The one reading of a citation: a number means the document that was published first with it, a name the only document of that name.
create function publication.document_cited(cited_kind text, cited_key text, citing uuid) returns uuid
language sql stable
begin atomic
  select case cited_kind
    when 'number' then (
      select d.id from publication.document d where d.document_number_key = cited_key order by d.first_published_at, d.id limit 1)
    else (
      select case when count(*) = 1 then min(n.document_id::text)::uuid end
      from (select document_id from publication.cited_name where key = cited_key and document_id <> citing limit 2) n)
  end;
end;

-- The keys under which citations mean this document.
create function publication.keys_of(cited uuid) returns table (kind text, key text)
language sql stable
begin atomic
  select 'number', d.document_number_key from publication.document d
  where d.id = cited and d.document_number_key is not null
    and d.id = (select f.id from publication.document f where f.document_number_key = d.document_number_key order by f.first_published_at, f.id limit 1)
  union all
  select 'title', n.key from publication.cited_name n
  where n.document_id = cited and not exists (select from publication.cited_name o where o.key = n.key and o.document_id <> cited);
end;
