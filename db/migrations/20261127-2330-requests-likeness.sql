-- Applications that ask for the like: the pairs of neighbouring characters of what is asked are kept with each.
create function requests.pairs_of(wanted text) returns text[] language sql immutable parallel safe
begin atomic
  select coalesce(array_agg(distinct substr(folded, at, 2)), '{}')
  from (select regexp_replace(lower(normalize(left(wanted, 400), nfkc)), '[][\s!-/:-@\\^_`{|}~，。、；：？！“”‘’《》〈〉「」『』【】〔〕（）—…·]+', '', 'g') as folded) part,
    generate_series(1, length(folded) - 1) as at;
end;

alter table requests.application add column pairs text[] not null generated always as (requests.pairs_of(subject || description)) stored;

create index application_of_unit on requests.application (unit_id, entered_at desc);
