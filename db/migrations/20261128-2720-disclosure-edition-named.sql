-- An edition is found by any part of its title or number without reading every title: by the pairs of characters that stand in it.
create function disclosure.pairs_of(written text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct substr(folded, place, 2) from lower(written) as folded, generate_series(1, char_length(folded) - 1) as place)
$$;
create index edition_named on disclosure.edition using gin (disclosure.pairs_of(title || ' ' || coalesce(document_number, '')));
