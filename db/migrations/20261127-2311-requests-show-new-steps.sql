-- Applicants can give further material and agree to electronic service: every view that is kept is made anew, so that it offers them.
insert into requests.to_show (application_id) select id from requests.application on conflict do nothing;
