// The piece of SQL that says which roles an account has on a day, its own and those it stands in for.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'

/** Rows `(account_id, role, unit_id, section_id, on_behalf_of, until)` of all accounts that are not disabled. */
export const grantsInForce = (today: Day): RawBuilder<unknown> => sql`(
  select own.account_id, own.role, own.unit_id, own.section_id, null::uuid as on_behalf_of, own.valid_until as until
  from access.role_grant own
  where own.revoked_at is null and own.valid_from <= ${today}::date and (own.valid_until is null or own.valid_until >= ${today}::date)
  union all
  select stand_in.stand_in_id, absent.role, absent.unit_id, absent.section_id, stand_in.absent_id, stand_in.valid_until
  from access.stand_in
  join access.role_grant absent on absent.account_id = stand_in.absent_id
  join access.account absentee on absentee.id = stand_in.absent_id and absentee.disabled_at is null
  where stand_in.ended_at is null and ${today}::date between stand_in.valid_from and stand_in.valid_until
    and absent.revoked_at is null and absent.valid_from <= ${today}::date and (absent.valid_until is null or absent.valid_until >= ${today}::date)
)`

/** The same for one account, as JSON that is a list of kernel grants. */
export const grantsAsJson = (accountId: RawBuilder<unknown>, today: Day): RawBuilder<unknown> => sql`(
  select coalesce(json_agg(json_build_object(
    'role', held.role, 'unitId', held.unit_id, 'sectionId', held.section_id, 'onBehalfOf', held.on_behalf_of, 'reach', coalesce(below.ids, array[held.unit_id]))
    order by held.on_behalf_of is not null, held.role, held.unit_id), '[]')
  from ${grantsInForce(today)} held
  left join lateral (select array_agg(descendant_id) as ids from access.unit_reach where ancestor_id = held.unit_id) below on true
  where held.account_id = ${accountId})`
