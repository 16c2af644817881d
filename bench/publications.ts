// What likeness, citations and channel figures cost over a million public documents, in a database of its own; as ratios to one plain aggregate of the same rows in the same run.
// Usage: node bench/publications.ts [thousands of documents, 1000 unless told] [file for the plans]
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type RawBuilder } from 'kysely'
import { day } from '../src/kernel/day.ts'
import { appearances, channelFigures, lonely } from '../src/modules/channels/queries/figures.ts'
import { sharingBand, unprinted } from '../src/modules/channels/queries/likeness.ts'
import { connectionsOf } from '../src/modules/publication/queries/pages/connections.ts'
import { documentsCiting } from '../src/modules/publication/queries/citing.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'

const documents = Number(process.argv[2] ?? 1000) * 1000
const plans = process.argv[3]
if (!Number.isInteger(documents) || documents < 1000 || documents > 2_000_000) throw new Error('say how many thousands of documents: 1 to 2000')
const rounds = 7
const units = 150
const scope = { reach: { everywhere: true, unitIds: [] } }
const year = { from: day('2026-01-01'), until: day('2026-12-31') }

const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
const server = await startEmbedded({ folder, password: 'bench', settings: { fsync: 'off', synchronous_commit: 'off', max_wal_size: '4GB', autovacuum: 'off' } })
const database = openDatabase({ url: server.url, name: 'bench publications' })

/** Characters made of a hash: as many different shingles as a text has. */
const words = (seed: RawBuilder<unknown>): RawBuilder<unknown> => sql`translate(md5(${seed}), '0123456789abcdef', '政务公开信息县民通知办理规定年月')`

const statements: readonly RawBuilder<unknown>[] = [
  sql`insert into organization.unit (kind, name, slug, position, valid_from)
    select 'department', '第' || n || '局', 'unit-' || n, n, '2016-01-01' from generate_series(1, ${units}::integer) n`,
  // one in two has a number, one in fifty thousand is cited by a thousand
  sql`insert into publication.document (id, revision, unit_id, unit_name, title, index_number, document_number, document_number_key, kind, theme, validity, body_html, body_text, excerpt,
      first_published_at, published_at, listed_at, content_hash, salt, citations_read)
    select md5('d' || n)::uuid, 1, unit.id, unit.name, '关于' || ${words(sql`n::text`)} || '的通知', 'B-' || n, case when n % 2 = 0 then '青政发〔2026〕' || n || '号' end,
      case when n % 2 = 0 then '青政发2026' || n end, '通知', '综合政务\\政务公开', 'valid', '', repeat(${words(sql`'t' || n`)}, 6), '', at, at, at, decode(md5(n::text), 'hex'), '', 1
    from generate_series(1, ${documents}::integer) n
      join organization.unit on unit.position = 1 + n % ${units}::integer
      cross join lateral (select timestamptz '2016-12-01' + n * (interval '10 years' / ${documents}::integer) as at) made`,
  sql`insert into publication.cited_name (document_id, key) select id, title from publication.document`,
  sql`insert into publication.citation (document_id, kind, key, written, position, listed_at)
    select md5('d' || n)::uuid, 'number', '青政发2026' || cited, '', 1, timestamptz '2016-12-01' + n * (interval '10 years' / ${documents}::integer)
    from generate_series(1, ${documents}::integer) n
      cross join lateral (select case when n % 50 = 0 then 2 * (1 + n / 50000) else 2 * (1 + (n * 7919::bigint) % (${documents}::integer / 2)) end as cited) c`,
  // sixteen bands each; one text in twenty shares one with its neighbour
  sql`insert into channels.likeness_print (piece_id, unit_id, revision, bands)
    select id, unit_id, 1, array(select ('x' || substr(md5(case when band = 1 and n % 20 = 0 then 'pair' || n / 40 else n || '/' || band end), 1, 13))::bit(52)::bigint
      from generate_series(1, 16) band)
    from (select id, unit_id, row_number() over (order by listed_at)::integer as n from publication.document) numbered`,
  // all but the newest twenty are numbered, heard and printed
  sql`insert into publication.register_entry (id, document_id, act, revision, index_number, at, salted_hash) overriding system value
    select row_number() over (order by listed_at), id, 'publish', 1, index_number, listed_at, '' from publication.document`,
  sql`insert into publication.register_link (sequence, entry_id, previous_hash, link_hash, linked_at) select id, id, '', '', at from publication.register_entry`,
  sql`update channels.likeness_listener set register_sequence = ${documents - 20}::integer`,
  sql`delete from channels.likeness_print where piece_id in (select document_id from publication.register_entry where id > ${documents - 20}::integer)`,
  sql`insert into channels.entry (document_id, unit_id, channel, shown_on, place, address, note, entered_by, entered_at)
    select id, unit_id, (array['wechat', 'notice-board', 'led'])[1 + n % 3], (listed_at at time zone 'Asia/Shanghai')::date + n % 3, '公开栏' || n % 30, '', '', unit_id, listed_at
    from (select id, unit_id, listed_at, row_number() over (order by listed_at)::integer as n from publication.document) numbered where n % 4 = 0`,
]

async function timed(work: () => Promise<number>): Promise<{ ms: number; rows: number }> {
  const began = performance.now()
  const rows = await work()
  return { ms: performance.now() - began, rows }
}

async function median(work: () => Promise<number>): Promise<{ ms: number; rows: number }> {
  const all: { ms: number; rows: number }[] = []
  for (let round = 0; round <= rounds; round += 1) all.push(await timed(work))
  // the first one warms up
  return all.slice(1).toSorted((a, b) => a.ms - b.ms)[Math.floor(rounds / 2)] ?? { ms: 0, rows: 0 }
}

async function keepPlan(name: string, query: RawBuilder<unknown>): Promise<void> {
  if (plans === undefined) return
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, buffers, costs off, timing off) ${query}`.execute(database.db)
  await appendFile(plans, `## ${name}\n\n${rows.map((row) => row['QUERY PLAN']).join('\n')}\n\n`)
}

try {
  await migrate(server.url, join(import.meta.dirname, '../db/migrations'))
  const filled = await timed(async () => {
    await database.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      for (const statement of statements) await statement.execute(tx)
    })
    await sql`vacuum analyze`.execute(database.db)
    return documents
  })
  const { rows } = await sql<{ id: string; bands: number[] }>`
    select piece_id as id, bands::text[]::float8[] as bands from channels.likeness_print order by md5(piece_id::text) limit 20`.execute(database.db)
  const { rows: cited } = await sql<{ id: string }>`select md5('d' || 2 * n)::uuid as id from generate_series(1, 20) n`.execute(database.db)
  const each = async (work: (at: number) => Promise<number>): Promise<number> => {
    let found = 0
    for (let at = 0; at < 20; at += 1) found += await work(at)
    return found
  }
  const plain = await median(
    async () => (await sql`select unit_id, count(*), max(listed_at) from publication.document group by unit_id`.execute(database.db)).rows.length,
  )
  const measured: Record<string, { ms: number; rows: number }> = {
    'plain aggregate': plain,
    'texts without a print': await median(async () => (await unprinted(database.db, documents - 20, { window: 5000, limit: 40 })).texts.length),
    'the same over 5,000 old ones': await median(async () => (await unprinted(database.db, documents - 5000, { window: 5000, limit: 40 })).texts.length),
    'texts that share a band × 20': await median(() => each(async (at) => (await sharingBand(database.db, rows[at]?.id ?? '', rows[at]?.bands ?? [])).length)),
    'links of a document × 20': await median(() => each(async (at) => (await connectionsOf(database.db, cited[at]?.id ?? '')).citedBy.length)),
    'documents that cite one × 20': await median(() => each(async (at) => (await documentsCiting(database.db, cited[at]?.id ?? '')).length)),
    'figures of a year': await median(async () => (await channelFigures(database.db, scope, year)).distinct),
  }
  console.log(`${documents} documents, made in ${(filled.ms / 1000).toFixed(0)} s`)
  console.log(`${'what'.padEnd(30)}${'ms'.padStart(10)}${'× plain'.padStart(10)}${'rows'.padStart(10)}`)
  for (const [name, { ms, rows: found }] of Object.entries(measured))
    console.log(`${name.padEnd(30)}${ms.toFixed(1).padStart(10)}${(ms / plain.ms).toFixed(3).padStart(10)}${String(found).padStart(10)}`)
  if (plans !== undefined) await writeFile(plans, `# Plans over ${documents} documents: node bench/publications.ts\n\n`)
  await keepPlan(
    'likeness: texts that share a band',
    sql`
      select distinct piece_id from unnest(${rows[0]?.bands ?? []}::bigint[]) as band
      cross join lateral (select piece_id from channels.likeness_print where bands @> array[band] offset 0) as near limit 60`,
  )
  await keepPlan('figures: what was entered in the ledger', sql`select count(*) from (${appearances(scope, year)}) as appearance`)
  await keepPlan('figures: documents that stand on the website alone', sql`select count(*) ${lonely(scope, year)}`)
} finally {
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
