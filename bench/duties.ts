// What duties cost in a county of 150 units × 300 entries × 10 years, or in one many times as large, in a database of its own: making them, the map, the lists; as ratios to one plain aggregate of the same rows in the same run.
// Usage: node bench/duties.ts [how many times as many units, 1 unless told]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { calendarOf } from '../src/kernel/calendar.ts'
import { day, type Day } from '../src/kernel/day.ts'
import { shippedYears } from '../src/law/holidays.ts'
import { makeDuties } from '../src/modules/catalogue/actions/make-duties.ts'
import { dutyCounts, dutyList, type DutyQuestion } from '../src/modules/catalogue/queries/duties.ts'
import { heartbeatCells, heartbeatOfUnit } from '../src/modules/catalogue/queries/heartbeat.ts'
import { publicEntriesOf } from '../src/modules/catalogue/queries/public-entries.ts'
import { openDatabase, type Tx } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'

const times = Number(process.argv[2] ?? 1)
if (!Number.isInteger(times) || times < 1 || times > 20) throw new Error('say how many times as many units: 1 to 20')
/** The first run makes this year's duties of these; those of further units are written by statements, which takes minutes and not hours. */
const ofCounty = 150
const units = ofCounty * times
const entries = 300
const formerYears = 9
const rounds = 7
const firstDay = day('2026-01-01')
const today = day('2026-11-26')
const nextYear = day('2027-01-01')
const calendar = calendarOf(shippedYears, 'bench')
const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
const seconds = (ms: number): string => (ms < 10_000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`)

const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
const server = await startEmbedded({ folder, password: 'bench', settings: { fsync: 'off', synchronous_commit: 'off', max_wal_size: '4GB' } })
const database = openDatabase({ url: server.url, name: 'bench duties' })

/** Units, entries and who answers for what; one in a hundred answers no more. */
async function found(tx: Tx): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(tx)
  const account = '00000000-0000-4000-8000-000000000001'
  await sql`
    insert into organization.unit (kind, name, slug, position, valid_from)
    select 'department', '第' || n || '局', 'unit-' || n, n, '2016-01-01' from generate_series(1, ${units}::integer) n`.execute(tx)
  await sql`
    insert into catalogue.entry (kind, begins_on, key, created_at) select 'government', '2017-01-01', 'entry-' || n, '2017-01-01' from generate_series(1, ${entries}::integer) n`.execute(
    tx,
  )
  await sql`
    insert into catalogue.entry_version (entry_id, number, begins_on, field, serial, item1, item2, item3, elements, basis, limit_text, time_limit, body_text, unit_ids, unit_kinds,
      channels, channel_other, audience, audience_who, mode, tiers, column_ids, rhythm, made_by, made_by_name, made_at)
    select id, 1, begins_on, '领域' || n % 26, n, '第' || n || '项', '', '', '', '', '', '{}', '', '{}', '{}', '{}', '', 'society', '', 'proactive', '{}', '{}',
      jsonb_build_object('kind', 'regular', 'every', 1, 'span', 'year', 'month', 1 + n % 12, 'day', 1 + n % 28, 'shift', 'forward'), ${account}::uuid, '', created_at
    from (select *, row_number() over (order by key)::integer as n from catalogue.entry) numbered`.execute(tx)
  await sql`
    insert into catalogue.responsibility (entry_id, unit_id, since, next_on, until)
    select entry.id, unit.id, '2017-01-01', case when answering and unit.position <= ${ofCounty} then ${firstDay}::date end, case when not answering then ${firstDay}::date end
    from catalogue.entry cross join organization.unit cross join lateral (select hashtext(entry.key || unit.slug) % 100 <> 0 as answering) a`.execute(tx)
  await sql`
    insert into catalogue.beat (responsibility_id, document_id, title, published_at) select id, gen_random_uuid(), '目录所列信息', '2026-03-01' from catalogue.responsibility`.execute(
    tx,
  )
}

/** The years before, all met; of this year's, one in ten that is past its day stands late. */
async function remember(tx: Tx): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`
    insert into catalogue.duty (cause, responsibility_id, unit_id, period_from, period_to, due_on, calendar_version, provisional, made_at, settled_on, outcome)
    select 'regular', held.id, held.unit_id, from_day, from_day + 364, from_day + v.serial, 'bench', false, from_day, from_day + v.serial - 3, 'met'
    from catalogue.responsibility held join catalogue.entry_version v on v.entry_id = held.entry_id
      cross join lateral (select make_date(2026 - back, 1, 1) as from_day from generate_series(1, ${formerYears}::integer) back) year`.execute(tx)
  await sql`
    insert into catalogue.duty (cause, responsibility_id, unit_id, period_from, period_to, due_on, calendar_version, provisional, made_at)
    select 'regular', held.id, held.unit_id, ${firstDay}::date, ${nextYear}::date - 1,
      make_date(2026, (v.rhythm ->> 'month')::integer, (v.rhythm ->> 'day')::integer), 'bench', false, ${firstDay}::date
    from catalogue.responsibility held join catalogue.entry_version v on v.entry_id = held.entry_id join organization.unit on unit.id = held.unit_id
    where unit.position > ${ofCounty} and held.until is null`.execute(tx)
  await sql`
    update catalogue.duty set outcome = 'met', settled_on = due_on where outcome is null and due_on < ${today}::date and hashtext(id::text) % 10 <> 0`.execute(
    tx,
  )
  // the ordinary day makes one of 365
  await sql`
    update catalogue.responsibility set next_on = case when hashtext(id::text) % 365 = 0 then ${nextYear}::date else ${nextYear}::date + 150 end where until is null`.execute(
    tx,
  )
}

const make = async (on: Day): Promise<number> => {
  for (let made = 0; ;) {
    const looked = await database.transaction((tx) => makeDuties(tx, { today: on, at: new Date(`${on}T00:00:00Z`), calendar }))
    made += looked
    if (looked === 0) return made
  }
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}

async function median(work: () => Promise<number>): Promise<{ ms: number; value: number }> {
  const all: { ms: number; value: number }[] = []
  for (let round = 0; round <= rounds; round += 1) all.push(await timed(work))
  // the first one warms up
  return all.slice(1).toSorted((a, b) => a.ms - b.ms)[Math.floor(rounds / 2)] ?? { ms: 0, value: 0 }
}

try {
  await migrate(server.url, join(import.meta.dirname, '../db/migrations'))
  await database.transaction(found)
  await sql`analyze`.execute(database.db)
  const first = await timed(() => make(firstDay))
  await database.transaction(remember)
  await sql`vacuum analyze`.execute(database.db)

  const plain = await median(async () => {
    const { rows } = await sql`
      select unit_id, count(*), count(*) filter (where outcome is null), count(*) filter (where outcome is null and due_on < ${today}::date), max(due_on)
      from catalogue.duty group by unit_id`.execute(database.db)
    return rows.length
  })
  const { rows } = await sql<{ unitId: string; duties: number; open: number }>`
    select (select id from organization.unit where position = 75) as "unitId", count(*) as duties, count(*) filter (where outcome is null) as open from catalogue.duty`.execute(
    database.db,
  )
  const { unitId, duties, open } = rows[0] ?? { unitId: '', duties: 0, open: 0 }
  console.log(`${units} units × ${entries} entries × ${formerYears + 1} years: ${duties} duties, ${open} open`)

  const ask: DutyQuestion = { view: 'open', line: 'government', today, reach: everywhere, words: '', sort: 'due', limit: 20, offset: 0 }
  const list = (part: Partial<DutyQuestion>) => async (): Promise<number> => (await dutyList(database.db, { ...ask, ...part })).rows.length
  const measured: Record<string, { ms: number; value: number }> = {
    'plain aggregate': plain,
    'map of the county': await median(async () => (await heartbeatCells(database.db, { reach: everywhere, line: 'government', today })).length),
    'map, one field': await median(async () => (await heartbeatCells(database.db, { reach: everywhere, line: 'government', today, field: '领域3' })).length),
    'entries of one unit': await median(async () => (await heartbeatOfUnit(database.db, unitId, today)).length),
    'public face of one unit': await median(async () => (await publicEntriesOf(database.db, unitId, today)).length),
    'duties of one unit': await median(list({ unitId, reach: { ...everywhere, everywhere: false, unitIds: [unitId] } })),
    'duties of the county': await median(list({})),
    'late in the county': await median(list({ view: 'late' })),
    'settled in the county': await median(list({ view: 'settled' })),
    'counts of the county': await median(async () => (await dutyCounts(database.db, everywhere, 'government', today)).open),
    'making, nothing due': await median(() => make(today)),
    'making, ordinary day': await timed(() => make(nextYear)),
    'making, first run': first,
  }
  console.log(`${'what'.padEnd(26)}${'time'.padStart(12)}${'× plain'.padStart(10)}${'rows'.padStart(10)}`)
  for (const [name, { ms, value }] of Object.entries(measured))
    console.log(`${name.padEnd(26)}${seconds(ms).padStart(12)}${(ms / plain.ms).toFixed(2).padStart(10)}${String(value).padStart(10)}`)
} finally {
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
