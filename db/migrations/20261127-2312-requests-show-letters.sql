-- What was served is shown to the applicant: with the service, and when a newer version takes its place.
create function requests.show_letters_anew() returns trigger language plpgsql as $$
begin
  insert into requests.to_show (application_id)
    select application_id from requests.letter where id = case tg_table_name when 'letter' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'letter_id')::uuid end
    on conflict do nothing;
  return null;
end $$;
create trigger show_anew after insert on requests.letter for each row execute function requests.show_letters_anew();
create trigger show_anew after insert on requests.letter_service for each row execute function requests.show_letters_anew();
insert into requests.to_show (application_id) select distinct application_id from requests.letter on conflict do nothing;
