-- A publication adds its words to the end of the search indexes (`fastupdate`); the sequencer sorts them in right afterwards, many at a time. Whoever searches
-- meanwhile finds them there. Sorting in each word of each text alone was three quarters of what a publication cost the database.
alter index publication.search_terms set (fastupdate = on);
alter index publication.search_title_terms set (fastupdate = on);
-- No publisher stops to sort for all others, unless the worker has been away for some hundred texts. Whoever replaces the function sets it again.
alter function publication.let_out(jsonb) set gin_pending_list_limit = '16MB';
