-- A phrase is found in titles by the pairs of its characters, as it is in texts; single characters alone made the index of titles look at a tenth of all rows.
-- And year and serial of each 文号 stand among the terms (`#2026-12`), because pairs of digits stand in nearly every text. As `rules/search-terms.ts` writes
-- them, with pairs that hold a sign of punctuation besides, which nobody asks for.
create temporary table added on commit drop as
select s.document_id,
  array(
    select distinct '#' || found[1] || '-' || found[2]
    from regexp_matches(s.folded_text, '\(((?:19|20)[0-9]{2})\)第?0*([0-9]{1,6})号', 'g') as found) as in_text,
  array(
    select '~' || substr(s.folded_title, place, 2) from generate_series(1, char_length(s.folded_title) - 1) as place
    union
    select '#' || found[1] || '-' || found[2]
    from regexp_matches(s.folded_title, '\(((?:19|20)[0-9]{2})\)第?0*([0-9]{1,6})号', 'g') as found) as in_title
from publication.search_document s;

-- Every row is written anew: without indexes, which are made again at the end, that takes minutes where it would take hours. Searches wait.
drop index publication.search_terms, publication.search_title_terms;

update publication.search_document s set terms = s.terms || added.in_text, title_terms = s.title_terms || added.in_title
from added where added.document_id = s.document_id;

insert into publication.term_frequency as known (term, documents)
select term, count(*) from (select unnest(in_text) as term from added union all select '^' || unnest(in_title) from added) counted group by term
on conflict (term) do update set documents = known.documents + excluded.documents;

create index search_terms on publication.search_document using gin (terms) with (fastupdate = on);
create index search_title_terms on publication.search_document using gin (title_terms) with (fastupdate = on);
