-- A word that stands in a great many documents is looked for a piece of time after the other, the newest first: day and month stand among the terms
-- as the year does already. Terms of titles hold the attributes too, so that titles are narrowed by their own index.
update publication.search_document s set
  terms = s.terms || array['@day:' || to_char(at.day, 'YYYY-MM-DD'), '@month:' || to_char(at.day, 'YYYY-MM')],
  title_terms = s.title_terms || array(select term from unnest(s.terms) term where starts_with(term, '@'))
    || array['@day:' || to_char(at.day, 'YYYY-MM-DD'), '@month:' || to_char(at.day, 'YYYY-MM')]
from (select document_id, listed_at at time zone 'Asia/Shanghai' as day from publication.search_document) at
where at.document_id = s.document_id;

insert into publication.term_frequency as known (term, documents)
select term, count(*) from (
  select unnest(terms) as term from publication.search_document
  union all select '^' || unnest(title_terms) from publication.search_document) counted
where starts_with(term, '@day:') or starts_with(term, '@month:') or starts_with(term, '^@')
group by term
on conflict (term) do update set documents = excluded.documents;

-- Rows by the index of words alone, narrowed by two lists of which one term must stand there: a part of the units, and a piece of time. Whole rows, so
-- that nobody has to read them again: the long columns stay outside until they are asked for.
create function publication.rows_holding(all_of text[]) returns setof publication.search_document
language sql stable set enable_seqscan = off
begin atomic
  select s.* from publication.search_document s where s.terms @> all_of;
end;

create function publication.rows_holding(all_of text[], any_of text[]) returns setof publication.search_document
language sql stable set enable_seqscan = off
begin atomic
  select s.* from publication.search_document s where s.terms @> all_of and s.terms && any_of;
end;

create function publication.rows_holding(all_of text[], any_of text[], and_any_of text[]) returns setof publication.search_document
language sql stable set enable_seqscan = off
begin atomic
  select s.* from publication.search_document s where s.terms @> all_of and s.terms && any_of and s.terms && and_any_of;
end;

-- The same by the index of titles.
create function publication.titles_holding(all_of text[]) returns setof publication.search_document
language sql stable set enable_seqscan = off
begin atomic
  select s.* from publication.search_document s where s.title_terms @> all_of;
end;

create function publication.titles_holding(all_of text[], any_of text[]) returns setof publication.search_document
language sql stable set enable_seqscan = off
begin atomic
  select s.* from publication.search_document s where s.title_terms @> all_of and s.title_terms && any_of;
end;

create function publication.titles_holding(all_of text[], any_of text[], and_any_of text[]) returns setof publication.search_document
language sql stable set enable_seqscan = off
begin atomic
  select s.* from publication.search_document s where s.title_terms @> all_of and s.title_terms && any_of and s.title_terms && and_any_of;
end;

drop function publication.documents_holding(text[]);
drop function publication.documents_holding(text[], text[]);
