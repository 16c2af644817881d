// What the county report costs at 2,000 units, 1 million publications and 100,000 requests: counted from the rows and from the sums, against the plain aggregate of the same rows.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { day } from '../src/kernel/day.ts'
import type { CountedFrom, MetricQuestion, MetricSplit } from '../src/kernel/metric.ts'
import { channelMetricCounts } from '../src/modules/channels/queries/metric-counts.ts'
import { countSeen, wrongSeen } from '../src/modules/channels/store/seen.ts'
import { publicationMetricCounts } from '../src/modules/publication/queries/metric-counts.ts'
import { foldPublicationTally, wrongPublicationTallies } from '../src/modules/publication/store/tally.ts'
import { requestMetricCounts } from '../src/modules/requests/queries/metric-counts.ts'
import { yearlyTally } from '../src/modules/requests/queries/yearly.ts'
import { foldTally, wrongTallies } from '../src/modules/requests/store/tally.ts'
import { openDatabase, type Database, type Tx } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { alternate, figure, millisecondsOf, ratios, type Bench, type Figure } from './harness/bench.ts'

/** Smaller where somebody works at it: a share of the size that counts. */
const share = Number(process.env['GONGKAI_BENCH_SHARE'] ?? 1)
const units = Math.round(2000 * share)
const documents = Math.round(1_000_000 * share)
const requests = Math.round(100_000 * share)
const rounds = 7
const year = { from: day('2025-01-01'), until: day('2025-12-31') }
const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }

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

const counters = { channels: channelMetricCounts, publication: publicationMetricCounts, requests: requestMetricCounts } as const

const ask = (db: Tx, module: keyof typeof counters, from: CountedFrom, ...by: readonly MetricSplit[]): Promise<unknown> =>
  counters[module](db, { reach: everywhere, span: year, by, from, ...(module === 'publication' && { names: ['documents'] }) } satisfies MetricQuestion)

const report = async (db: Tx, from: CountedFrom): Promise<void> => {
  await ask(db, 'channels', from, 'channel')
  await ask(db, 'publication', from)
  await ask(db, 'requests', from, 'outcome')
}

/** What the report says of a year: pieces by channel, documents, applications by outcome. Whoever writes plain SQL over the same rows asks these. */
async function plain(db: Tx): Promise<void> {
  await sql`
    select count(distinct coalesce(s.root_id, d.id)), count(*) from publication.document d left join channels.same_information s on s.piece_id = d.id
    where d.listed_at >= '2025-01-01 00:00+08' and d.listed_at < '2026-01-01 00:00+08'`.execute(db)
  await sql`select channel, count(distinct piece_id) from channels.entry where struck_at is null and shown_on between '2025-01-01' and '2025-12-31' group by 1`.execute(
    db,
  )
  await sql`select count(*) from publication.document where listed_at >= '2025-01-01 00:00+08' and listed_at < '2026-01-01 00:00+08'`.execute(db)
  await sql`select applicant_kind, count(*) from requests.application where received_on between '2025-01-01' and '2025-12-31' group by 1`.execute(db)
  await sql`
    select outcome, count(*), count(*) filter (where concluded_on <= due_on), count(*) filter (where extended), sum(concluded_on - received_on)
    from requests.application where concluded_on between '2025-01-01' and '2025-12-31' group by 1`.execute(db)
}

async function plainByUnit(db: Tx): Promise<void> {
  await sql`
    select unit_id, count(*) from publication.document where listed_at >= '2025-01-01 00:00+08' and listed_at < '2026-01-01 00:00+08' group by 1`.execute(db)
}

/** Everything that was noted beside the rows is worked off. */
async function settle(database: Database): Promise<void> {
  await database.transaction((tx) => foldTally(tx))
  await database.transaction((tx) => foldPublicationTally(tx))
  while ((await database.transaction((tx) => countSeen(tx))) > 0);
}

async function measured(database: Database): Promise<readonly Figure[]> {
  const { db } = database
  const timed = (work: () => Promise<unknown>) => (): Promise<number> => millisecondsOf(work)
  const ms = await alternate(rounds, {
    plain: timed(() => plain(db)),
    rows: timed(() => report(db, 'rows')),
    sums: timed(() => report(db, 'sums')),
    plainByUnit: timed(() => plainByUnit(db)),
    unitRows: timed(() => ask(db, 'publication', 'rows', 'unit')),
    unitSums: timed(() => ask(db, 'publication', 'sums', 'unit')),
    monthRows: timed(() => ask(db, 'publication', 'rows', 'unit', 'month')),
    monthSums: timed(() => ask(db, 'publication', 'sums', 'unit', 'month')),
    piecesRows: timed(() => ask(db, 'channels', 'rows', 'channel')),
    piecesSums: timed(() => ask(db, 'channels', 'sums', 'channel')),
    documentsRows: timed(() => ask(db, 'publication', 'rows')),
    documentsSums: timed(() => ask(db, 'publication', 'sums')),
    requestsRows: timed(() => ask(db, 'requests', 'rows', 'outcome')),
    requestsSums: timed(() => ask(db, 'requests', 'sums', 'outcome')),
    openSums: timed(() => ask(db, 'requests', 'sums')),
    table: timed(() => yearlyTally(db, everywhere, { year: 2025, unitId: undefined })),
  })
  return [
    figure('county report from rows, to the plain aggregate', '×', ratios(ms.rows, ms.plain), { atMost: 1.5 }),
    figure('county report from sums', 'ms', ms.sums, { atMost: 50 }),
    figure('plain aggregate of the year', 'ms', ms.plain),
    figure('county report from rows', 'ms', ms.rows),
    figure('plain, documents by unit', 'ms', ms.plainByUnit),
    figure('documents by unit, rows', 'ms', ms.unitRows),
    figure('documents by unit, sums', 'ms', ms.unitSums),
    figure('units × months, rows', 'ms', ms.monthRows),
    figure('units × months, sums', 'ms', ms.monthSums),
    figure('pieces that count once, rows', 'ms', ms.piecesRows),
    figure('pieces that count once, sums', 'ms', ms.piecesSums),
    figure('documents, rows', 'ms', ms.documentsRows),
    figure('documents, sums', 'ms', ms.documentsSums),
    figure('requests by outcome, rows', 'ms', ms.requestsRows),
    figure('requests by outcome, sums', 'ms', ms.requestsSums),
    figure('requests with what is open, sums', 'ms', ms.openSums),
    figure('yearly table of requests', 'ms', ms.table),
  ]
}

export const bench: Bench = {
  name: 'report',
  measures: `The figures of a county report over ${units} units, ${documents} publications, ${documents / 10} entries of the ledger and ${requests} requests, against the plain SQL aggregate of the same rows.`,
  async run(tell) {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
    const server = await startEmbedded({ folder, password: 'bench', settings: { fsync: 'off', synchronous_commit: 'off', max_wal_size: '4GB' } })
    const database = openDatabase({ url: server.url, name: 'bench report' })
    try {
      await migrate(server.url, join(import.meta.dirname, '../db/migrations'))
      tell(`laid in ${((await millisecondsOf(() => database.transaction(lay))) / 1000).toFixed(0)} s`)
      tell(`settled in ${((await millisecondsOf(() => settle(database))) / 1000).toFixed(0)} s`)
      await sql`vacuum analyze`.execute(database.db)
      const figures = await measured(database)
      const wrong = (await wrongTallies(database.db)) + (await wrongPublicationTallies(database.db)) + (await wrongSeen(database.db))
      if (wrong > 0) throw new Error(`${wrong} sums differ from what they sum`)
      return figures
    } finally {
      await database.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
