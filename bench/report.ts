// What the county report costs at 2,000 units, 1 million publications and 100,000 requests, in a database of its own: counted from the rows and from the sums, as ratios to the plain aggregate of the same rows in the same run.
// Usage: node bench/report.ts [a share of that size, 1 unless told] [`website`: without the ledger of other channels]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { day } from '../src/kernel/day.ts'
import type { CountedFrom, MetricQuestion, MetricSplit } from '../src/kernel/metric.ts'
import { channelMetricCounts } from '../src/modules/channels/queries/metric-counts.ts'
import { publicationMetricCounts } from '../src/modules/publication/queries/metric-counts.ts'
import { foldPublicationTally, wrongPublicationTallies } from '../src/modules/publication/store/tally.ts'
import { requestMetricCounts } from '../src/modules/requests/queries/metric-counts.ts'
import { yearlyTally } from '../src/modules/requests/queries/yearly.ts'
import { foldTally, wrongTallies } from '../src/modules/requests/store/tally.ts'
import { openDatabase, type Tx } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'

const share = Number(process.argv[2] ?? 1)
if (!(share > 0 && share <= 2)) throw new Error('say a share of the size: above 0, up to 2')
const ledger = process.argv[3] !== 'website'
const units = Math.round(2000 * share)
const documents = Math.round(1_000_000 * share)
const requests = Math.round(100_000 * share)
const rounds = 7
const year = { from: day('2025-01-01'), until: day('2025-12-31') }
const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }

const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
const server = await startEmbedded({ folder, password: 'bench', settings: { fsync: 'off', synchronous_commit: 'off', max_wal_size: '4GB' } })
const database = openDatabase({ url: server.url, name: 'bench report' })

/** Ten years up to 2026; one document in ten went on to another channel, one of those together with another document as the same information. Triggers run, as in use. */
async function lay(tx: Tx): Promise<void> {
  await sql`insert into access.account (id, login, name, password_hash, password_set_at, must_change_password, created_at)
    values ('00000000-0000-4000-8000-000000000001', 'bench', 'bench', '', now(), false, now())`.execute(tx)
  await sql`
    insert into organization.unit (kind, name, slug, position, valid_from)
    select 'department', '第' || n || '局', 'unit-' || n, n, '2016-01-01' from generate_series(1, ${units}::integer) n`.execute(tx)
  await sql`create temporary table place on commit preserve rows as select id, row_number() over (order by position) - 1 as n from organization.unit`.execute(
    tx,
  )
  await sql`create index on place (n)`.execute(tx)
  await sql`
    insert into publication.document (id, revision, unit_id, unit_name, title, index_number, kind, validity, body_html, body_text, excerpt, first_published_at, published_at, listed_at, content_hash, salt)
    select gen_random_uuid(), 1, place.id, '某局', '第' || d || '号文件', 'B-' || d, case d % 4 when 0 then '公告' when 1 then '意见' else '通知' end, 'valid', '', '', '', at, at, at, '\\x00', '\\x00'
    from generate_series(1, ${documents}::integer) d join place on place.n = (hashtext('u' || d) & 2147483647) % ${units}
    cross join lateral (select timestamptz '2017-01-01' + (hashtext('t' || d) & 2147483647) % 315000000 * interval '1 second' as at) t`.execute(tx)
  await sql`
    insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
      arrived_on, received_on, due_on, calendar_version, provisional, extended, outcome, concluded_on, changed_at)
    select gen_random_uuid(), 'SQ' || r, '\\x00', place.id, (array['counter', 'online', 'mail', 'fax'])[1 + r % 4], (array['person', 'person', 'business', 'legal', 'other'])[1 + r % 5], '某某', '某事项', '某事项', 'paper', 'post',
      now(), 'closed', 1, on_day, on_day, on_day + 28, 'bench', false, r % 12 = 0, case when over then (array['granted', 'partial', 'not-held', 'process', 'withdrawn'])[1 + r % 5] end,
      case when over then on_day + (r % 40) end, now()
    from generate_series(1, ${requests}::integer) r join place on place.n = (hashtext('v' || r) & 2147483647) % ${units}
    cross join lateral (select date '2017-01-01' + (hashtext('s' || r) & 2147483647) % 3640 as on_day, r % 150 <> 0 as over) s`.execute(tx)
  if (!ledger) return
  await sql`
    insert into channels.entry (document_id, unit_id, channel, shown_on, place, address, note, entered_by, entered_at)
    select id, unit_id, (array['wechat', 'led', 'gazette'])[1 + (hashtext(index_number) & 2147483647) % 3], (listed_at at time zone 'Asia/Shanghai')::date + 1, '', '', '',
      '00000000-0000-4000-8000-000000000001', now() from publication.document where right(index_number, 1) = '7'`.execute(tx)
  await sql`
    insert into channels.same_information (piece_id, root_id, said_by, said_at)
    select piece, root, '00000000-0000-4000-8000-000000000001', now() from (
      select d.id as piece, first_value(d.id) over pair as root from publication.document d where right(d.index_number, 2) in ('17', '18')
      window pair as (partition by left(d.index_number, -1) order by d.index_number)) told`.execute(tx)
}

interface Measured {
  readonly ms: number
  readonly rows: number
}

/** All in turn, several times, so that what else the machine does falls upon each alike. The first round warms up. */
async function medians(works: Readonly<Record<string, () => Promise<number>>>): Promise<Record<string, Measured>> {
  const taken = new Map<string, Measured[]>()
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, work] of Object.entries(works)) {
      const began = performance.now()
      const rows = await work()
      if (round > 0) taken.set(name, [...(taken.get(name) ?? []), { ms: performance.now() - began, rows }])
    }
  return Object.fromEntries([...taken].map(([name, all]) => [name, all.toSorted((a, b) => a.ms - b.ms)[Math.floor(rounds / 2)] ?? { ms: 0, rows: 0 }]))
}

const counters = { channels: channelMetricCounts, publication: publicationMetricCounts, requests: requestMetricCounts } as const

const asked =
  (from: CountedFrom, by: readonly MetricSplit[], ...modules: readonly (keyof typeof counters)[]) =>
  async (): Promise<number> => {
    const question: MetricQuestion = { reach: everywhere, span: year, by, from }
    let rows = 0
    for (const module of modules) rows += (await counters[module](database.db, question)).length
    return rows
  }

/** What the report says of a year: pieces by channel, documents, applications by outcome. Whoever writes plain SQL over the same rows asks these. */
async function plain(): Promise<number> {
  const published = await sql`
    select count(distinct coalesce(s.root_id, d.id)), count(*) from publication.document d left join channels.same_information s on s.piece_id = d.id
    where d.listed_at >= '2025-01-01 00:00+08' and d.listed_at < '2026-01-01 00:00+08'`.execute(database.db)
  const shown =
    await sql`select channel, count(distinct piece_id) from channels.entry where struck_at is null and shown_on between '2025-01-01' and '2025-12-31' group by 1`.execute(
      database.db,
    )
  const listed = await sql`select count(*) from publication.document where listed_at >= '2025-01-01 00:00+08' and listed_at < '2026-01-01 00:00+08'`.execute(
    database.db,
  )
  const received =
    await sql`select applicant_kind, count(*) from requests.application where received_on between '2025-01-01' and '2025-12-31' group by 1`.execute(database.db)
  const concluded = await sql`
    select outcome, count(*), count(*) filter (where concluded_on <= due_on), count(*) filter (where extended), sum(concluded_on - received_on)
    from requests.application where concluded_on between '2025-01-01' and '2025-12-31' group by 1`.execute(database.db)
  return published.rows.length + shown.rows.length + listed.rows.length + received.rows.length + concluded.rows.length
}

async function plainByUnit(): Promise<number> {
  const { rows } = await sql`
    select unit_id, count(*) from publication.document where listed_at >= '2025-01-01 00:00+08' and listed_at < '2026-01-01 00:00+08' group by 1`.execute(
    database.db,
  )
  return rows.length
}

const report = (from: CountedFrom) => async (): Promise<number> =>
  (await asked(from, ['channel'], 'channels')()) + (await asked(from, [], 'publication')()) + (await asked(from, ['outcome'], 'requests')())

try {
  await migrate(server.url, join(import.meta.dirname, '../db/migrations'))
  const began = performance.now()
  await database.transaction(lay)
  console.log(`laid in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  const folding = performance.now()
  await database.transaction((tx) => foldTally(tx))
  await database.transaction((tx) => foldPublicationTally(tx))
  console.log(`first fold: ${((performance.now() - folding) / 1000).toFixed(1)} s`)
  await sql`vacuum analyze`.execute(database.db)
  const { rows: counts } = await sql<Record<string, number>>`
    select (select count(*) from publication.tally) as documents, (select count(*) from requests.tally) as requests, (select count(*) from channels.entry) as entries`.execute(
    database.db,
  )
  console.log(
    `${units} units, ${documents} publications, ${requests} requests, ${counts[0]?.['entries']} entries of the ledger; ${counts[0]?.['documents']} and ${counts[0]?.['requests']} sums`,
  )

  const measured = await medians({
    'plain aggregate of the year': plain,
    'county report, from rows': report('rows'),
    'county report, from sums': report('sums'),
    'plain, documents by unit': plainByUnit,
    'documents by unit, rows': asked('rows', ['unit'], 'publication'),
    'documents by unit, sums': asked('sums', ['unit'], 'publication'),
    'units × months, rows': asked('rows', ['unit', 'month'], 'publication'),
    'units × months, sums': asked('sums', ['unit', 'month'], 'publication'),
    'pieces that count once, rows': asked('rows', ['channel'], 'channels'),
    'pieces that count once, sums': asked('sums', ['channel'], 'channels'),
    'requests by outcome, rows': asked('rows', ['outcome'], 'requests'),
    'requests by outcome, sums': asked('sums', ['outcome'], 'requests'),
    'requests with open, sums': asked('sums', [], 'requests'),
    'yearly table of requests': async () => (await yearlyTally(database.db, everywhere, { year: 2025, unitId: undefined })).length,
  })
  const base = measured['plain aggregate of the year']?.ms ?? 1
  console.log(`${'what'.padEnd(32)}${'time'.padStart(12)}${'× plain'.padStart(10)}${'rows'.padStart(10)}`)
  for (const [name, { ms, rows }] of Object.entries(measured))
    console.log(`${name.padEnd(32)}${`${ms.toFixed(1)} ms`.padStart(12)}${(ms / base).toFixed(2).padStart(10)}${String(rows).padStart(10)}`)
  console.log(`sums that differ: ${(await wrongTallies(database.db)) + (await wrongPublicationTallies(database.db))}`)
} finally {
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
