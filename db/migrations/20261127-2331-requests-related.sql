-- Applications that belong together: handled as one with an earlier one (并案), or parted from one (分案). Each keeps its own course and answer; the steps tell who and why.
alter table requests.application
  add column joined_to uuid references requests.application check (joined_to <> id),
  add column split_from uuid references requests.application check (split_from <> id);
create index application_joined on requests.application (joined_to) where joined_to is not null;
create index application_split on requests.application (split_from) where split_from is not null;
