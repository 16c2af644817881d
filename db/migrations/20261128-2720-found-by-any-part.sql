-- What the office looks for by any part of a title or number is found without reading every title: by the pairs of characters that stand there.
create function publication.pairs_of(written text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct substr(folded, place, 2) from lower(written) as folded, generate_series(1, char_length(folded) - 1) as place)
$$;
create index edition_by_any_part on disclosure.edition using gin (publication.pairs_of(title || ' ' || coalesce(document_number, '')));
create index document_by_any_part on publication.document using gin (publication.pairs_of(index_number));
