// What the office's desks read: applications with their steps, the entries that units answer for with their duties of ten years, and editions. By statements, from
// the units and documents that stand there; the same numbers make the same rows.
import { sql } from 'kysely'
import { day } from '../../src/kernel/day.ts'
import { refreshMap } from '../../src/modules/catalogue/actions/refresh-map.ts'
import { countSeen } from '../../src/modules/channels/store/seen.ts'
import type { Database, Tx } from '../../src/platform/database/database.ts'

/** Who handles applications and writes texts in the office of the first county. */
export const handlerId = '00000000-0000-4000-8000-000000000001'
export const today = '2026-11-27'
const entries = 120
const formerYears = 9

export async function layRequests(tx: Tx, requests: number): Promise<void> {
  await sql`insert into access.account (id, login, name, password_hash, password_set_at, must_change_password, created_at) values (${handlerId}::uuid, 'bench', '承办人', '', now(), false, now())`.execute(
    tx,
  )
  // one in a hundred is open; one in ten of a unit's is handled by the handler
  await sql`
    insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps, handler_id,
      arrived_on, received_on, due_on, calendar_version, provisional, extended, outcome, concluded_on, changed_at)
    select md5('request' || r)::uuid, 'SQ' || lpad(r::text, 8, '0'), '\\x00', place.id, (array['counter', 'online', 'mail', 'fax'])[1 + r % 4], (array['person', 'person', 'business', 'legal', 'other'])[1 + r % 5],
      '申请人' || r, (array['征地补偿安置方案', '项目审批文件', '财政专项资金使用情况', '行政处罚决定书', '规划许可图纸'])[1 + r % 5], '申请公开相关信息', 'paper', 'post', on_day,
      case when over then 'closed' else (array['registered', 'in-progress', 'in-progress', 'reviewing', 'signing'])[1 + r % 5] end, 3, case when r % 10 = 0 then ${handlerId}::uuid end,
      on_day, on_day, on_day + 28, 'bench', false, r % 12 = 0, case when over then (array['granted', 'partial', 'not-held', 'process', 'withdrawn'])[1 + r % 5] end,
      case when over then on_day + (r % 40) end, now()
    from generate_series(1, ${requests}::integer) r
      join (select id, row_number() over (order by position) - 1 as n from organization.unit) place on place.n = (hashtext('v' || r) & 2147483647) % (select count(*) from organization.unit)
      cross join lateral (select r % 100 <> 0 as over) o
      cross join lateral (select case when over then date '2016-12-01' + (hashtext('s' || r) & 2147483647) % 3600 else ${today}::date - (hashtext('s' || r) & 2147483647) % 40 end as on_day) s`.execute(
    tx,
  )
  await sql`
    insert into requests.step_taken (application_id, ordinal, unit_id, step, from_state, to_state, article, entered_on, input, by_name, role, at)
    select a.id, taken.ordinal, a.unit_id, taken.step, taken.from_state, taken.to_state, 'ogi-2019/31', a.arrived_on, '{}', '承办人', 'request-handler', a.entered_at
    from requests.application a cross join (values (1, 'register', 'start', 'registered'), (2, 'confirm', 'registered', 'in-progress'), (3, 'assign', 'in-progress', 'in-progress')) taken (ordinal, step, from_state, to_state)`.execute(
    tx,
  )
  await sql`delete from requests.tally_delta`.execute(tx)
  await sql`insert into requests.tally select * from requests.tally_counted`.execute(tx)
}

/** Each unit answers for half of the entries; all former years are met, of this year's one in ten that is past its day stands late. */
export async function layDuties(tx: Tx): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`insert into catalogue.entry (kind, begins_on, key, created_at) select 'government', '2017-01-01', 'entry-' || n, '2017-01-01' from generate_series(1, ${entries}::integer) n`.execute(
    tx,
  )
  await sql`
    insert into catalogue.entry_version (entry_id, number, begins_on, field, serial, item1, item2, item3, elements, basis, limit_text, time_limit, body_text, unit_ids, unit_kinds,
      channels, channel_other, audience, audience_who, mode, tiers, column_ids, rhythm, made_by, made_by_name, made_at)
    select id, 1, begins_on, '领域' || n % 26, n, '第' || n || '项', '', '', '', '', '', '{}', '', '{}', '{}', '{}', '', 'society', '', 'proactive', '{}', '{}',
      jsonb_build_object('kind', 'regular', 'every', 1, 'span', 'year', 'month', 1 + n % 12, 'day', 1 + n % 28, 'shift', 'forward'), ${handlerId}::uuid, '', created_at
    from (select *, row_number() over (order by key)::integer as n from catalogue.entry) numbered`.execute(tx)
  await sql`
    insert into catalogue.responsibility (entry_id, unit_id, since, next_on)
    select entry.id, unit.id, '2017-01-01', '2027-01-01' from catalogue.entry cross join organization.unit where hashtext(entry.key || unit.slug) % 2 = 0`.execute(
    tx,
  )
  await sql`insert into catalogue.beat (responsibility_id, document_id, title, published_at) select id, gen_random_uuid(), '目录所列信息', '2026-03-01' from catalogue.responsibility`.execute(
    tx,
  )
  await sql`
    insert into catalogue.duty (cause, responsibility_id, unit_id, period_from, period_to, due_on, calendar_version, provisional, made_at, settled_on, outcome)
    select 'regular', held.id, held.unit_id, from_day, from_day + 364, from_day + v.serial, 'bench', false, from_day, from_day + v.serial - 3, 'met'
    from catalogue.responsibility held join catalogue.entry_version v on v.entry_id = held.entry_id
      cross join lateral (select make_date(2026 - back, 1, 1) as from_day from generate_series(1, ${formerYears}::integer) back) year`.execute(tx)
  await sql`
    insert into catalogue.duty (cause, responsibility_id, unit_id, period_from, period_to, due_on, calendar_version, provisional, made_at, settled_on, outcome)
    select 'regular', held.id, held.unit_id, '2026-01-01', '2026-12-31', due, 'bench', false, '2026-01-01', case when met then due end, case when met then 'met' end
    from catalogue.responsibility held join catalogue.entry_version v on v.entry_id = held.entry_id
      cross join lateral (select make_date(2026, (v.rhythm ->> 'month')::integer, (v.rhythm ->> 'day')::integer) as due) d
      cross join lateral (select due < ${today}::date and hashtext(held.id::text) % 10 <> 0 as met) m`.execute(tx)
}

/** The heartbeat map as the job keeps it. */
export async function layMap(database: Database): Promise<void> {
  // what was written without triggers is found by its missing rows; the planner must know how much that is
  await sql`analyze catalogue.responsibility, catalogue.duty, catalogue.beat, catalogue.entry_version`.execute(database.db)
  while ((await database.transaction((tx) => refreshMap(tx, day(today)))) > 0) continue
}

/** One public document in ten went on to another channel, with what the triggers carry on of it. */
export async function layLedger(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await sql`
      insert into channels.entry (document_id, unit_id, channel, shown_on, place, address, note, entered_by, entered_at)
      select id, unit_id, (array['wechat', 'led', 'gazette'])[1 + (hashtext(index_number) & 2147483647) % 3], (listed_at at time zone 'Asia/Shanghai')::date + 1, '', '', '', ${handlerId}::uuid, listed_at
      from publication.document where hashtext(id::text) % 10 = 0`.execute(tx)
  })
  while ((await database.transaction((tx) => countSeen(tx))) > 0) continue
}

/** One edition for each public document, published; a few hundred in work. */
export async function layEditions(tx: Tx): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`
    insert into disclosure.document (id, unit_id, created_by, created_at, live_edition_id) select id, unit_id, ${handlerId}::uuid, first_published_at, md5('edition' || id)::uuid from publication.document`.execute(
    tx,
  )
  await sql`
    insert into disclosure.edition (id, document_id, unit_id, number, state, author_id, title, kind, theme, created_at, updated_at, updated_by, since, published_at)
    select md5('edition' || id)::uuid, id, unit_id, 1, 'published', ${handlerId}::uuid, title, kind, theme, published_at, published_at, ${handlerId}::uuid, published_at, published_at from publication.document`.execute(
    tx,
  )
  await sql`
    insert into disclosure.edition (document_id, unit_id, number, state, author_id, title, kind, created_at, updated_at, updated_by, since)
    select id, unit_id, 2, (array['draft', 'section-review', 'signing', 'returned'])[1 + n::integer % 4], ${handlerId}::uuid, title, kind, ${today}::timestamptz, ${today}::timestamptz, ${handlerId}::uuid, ${today}::timestamptz
    from (select *, row_number() over (order by id) as n from publication.document order by id limit 400) numbered`.execute(tx)
}
