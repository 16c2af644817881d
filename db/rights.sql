-- What the logins of office and portal may do: the whole of it, applied after every migration, always with the same result.
-- The roles exist already; their passwords are not set here.

do $$
declare
  part record;
  login text;
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to gongkai_office, gongkai_portal', current_database());
  revoke create on schema public from public;

  -- Start from nothing, so that a right that is no longer listed is gone.
  for part in
    select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' and pg_has_role(nspowner, 'usage')
  loop
    foreach login in array array['gongkai_office', 'gongkai_portal'] loop
      execute format('revoke all on schema %I from %I', part.nspname, login);
      execute format('revoke all on all tables in schema %I from %I', part.nspname, login);
      execute format('revoke all on all sequences in schema %I from %I', part.nspname, login);
    end loop;
  end loop;

  -- Office: data of the modules, no definitions.
  for part in
    select nspname from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'intake', 'graphile_worker') and pg_has_role(nspowner, 'usage')
  loop
    execute format('grant usage on schema %I to gongkai_office', part.nspname);
    execute format('grant select, insert, update, delete on all tables in schema %I to gongkai_office', part.nspname);
    execute format('grant usage on all sequences in schema %I to gongkai_office', part.nspname);
  end loop;

  -- What happened is only ever added to.
  for part in
    select nspname, relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and nspname !~ '^pg_'
      and (relname like '%step_taken' or (nspname, relname) in (('access', 'audit'), ('publication', 'register_entry'), ('calendar', 'year_version'),
        ('disclosure', 'review_answer'), ('disclosure', 'proposal_struck'), ('disclosure', 'confirmation_decision'), ('disclosure', 'referral_answer'),
        ('disclosure', 'proof_mark'), ('disclosure', 'printed_sheet'), ('disclosure', 'sheet_filing'), ('disclosure', 'sheet_photo_aside'),
        ('disclosure', 'pen_signature'), ('requests', 'identity_look'), ('requests', 'note'),
        ('requests', 'remedy_step'), ('requests', 'record_look'), ('requests', 'record_letter')))
  loop
    execute format('revoke update, delete on %I.%I from gongkai_office', part.nspname, part.relname);
  end loop;
end $$;

-- The sequencer of the worker alone links and signs.
revoke insert, update, delete on publication.register_link, publication.checkpoint, publication.register_key from gongkai_office;

-- Portal: what is public, and a slot to put letters through.
grant usage on schema publication, intake to gongkai_portal;
grant select on all tables in schema publication to gongkai_portal;
revoke select on publication.index_serial from gongkai_portal;
grant insert on intake.inbox to gongkai_portal;

-- A citizen's own application: nothing is listed, each answer is asked for by its key.
revoke execute on all functions in schema intake from public;
grant execute on function intake.key_to_seal_with(), intake.tells_by_text(), intake.view_of_applicant(bytea), intake.number_of_application(uuid, integer),
  intake.number_of_record_correction(uuid, integer) to gongkai_portal;
