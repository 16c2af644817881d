// Fills an empty, migrated database: units, columns, documents by threads, and what is counted and indexed of them.
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import type { Database, Tx } from '../../src/platform/database/database.ts'
import { putSite, putStandardColumns } from '../../src/modules/publication/index.ts'
import { siteSettings } from '../../src/modules/publication/rules/site.ts'
import { copyInto, field, row } from './copy-rows.ts'
import { unitsOf } from './county.ts'
import type { DocumentsTask, ToWorker } from './documents-worker.ts'
import { layDuties, layEditions, layLedger, layMap, layRequests } from './office.ts'
import type { Unit } from './texts.ts'

export interface Stock {
  readonly documents: number
  readonly units: number
  readonly requests: number
  readonly seed: number
}

export type Tell = (line: string) => void

/** So many documents a thread makes at a time: in the order of their days, so that neighbours lie together as in use. */
const chunk = 1000
/** What each unit's public catalogue lists. */
const catalogueEntries = 40

async function layUnits(tx: Tx, units: readonly Unit[]): Promise<ReadonlyMap<string, string>> {
  const now = new Date('2026-11-27T00:00:00Z')
  const column = (value: (unit: Unit, at: number) => string | number | null): (string | number | null)[] => units.map(value)
  const slug = (_unit: Unit, at: number): string => `unit-${at}`
  await putSite(tx, siteSettings.parse({ name: '青岚市人民政府', domain: 'www.qinglan.example', homeUrl: '/', sponsor: '青岚市人民政府办公室' }), now)
  await sql`
    insert into publication.unit (id, parent_id, kind, name, short_name, slug, front_code, position, empty_columns, profile, published_at)
    select *, 'none-held', '{}', ${now}::timestamptz from unnest(${column((u) => u.id)}::uuid[], ${column((u) => u.parentId)}::uuid[], ${column((u) => u.kind)}::text[], ${column((u) => u.name)}::text[],
      ${column((u) => u.shortName)}::text[], ${column(slug)}::text[], ${column((u) => u.frontCode)}::text[], ${column((_u, at) => at)}::integer[])`.execute(tx)
  await sql`
    insert into organization.unit (id, parent_id, kind, name, short_name, slug, position, valid_from)
    select id, parent_id, kind, name, short_name, slug, position, '2016-01-01' from publication.unit order by position`.execute(tx)
  await sql`insert into access.unit_name (unit_id, name) select id, name from publication.unit`.execute(tx)
  await sql`
    with recursive above as (select id as ancestor, id as descendant from publication.unit
      union all select above.ancestor, child.id from above join publication.unit child on child.parent_id = above.descendant)
    insert into access.unit_reach select ancestor, descendant from above`.execute(tx)
  await sql`
    insert into publication.catalogue_entry (id, unit_id, field, position, name, elements, limit_text)
    select md5(unit.id::text || n)::uuid, unit.id, '领域' || n % 5, n, '第' || n || '项', '', '' from publication.unit cross join generate_series(1, ${catalogueEntries}::integer) n`.execute(
    tx,
  )
  return putStandardColumns(tx, now)
}

/** Indexes that are made anew at the end, which is many times as fast. Those that hold a constraint stay. */
async function withoutIndexes<Value>(database: Database, tell: Tell, work: () => Promise<Value>): Promise<Value> {
  const { rows } = await sql<{ name: string; made: string }>`
    select i.schemaname || '.' || i.indexname as name, i.indexdef as made from pg_indexes i
    where i.schemaname = 'publication' and i.tablename in ('document', 'document_column', 'search_document')
      and not exists (select from pg_constraint c where c.conname = i.indexname)`.execute(database.db)
  for (const { name } of rows) await sql`drop index ${sql.raw(name)}`.execute(database.db)
  const value = await work()
  for (const { name, made } of rows) {
    const began = performance.now()
    await database.transaction(async (tx) => {
      await sql`set local maintenance_work_mem = '1GB'`.execute(tx)
      await sql.raw(made).execute(tx)
    })
    const took = (performance.now() - began) / 1000
    if (took > 5) tell(`${name}: ${took.toFixed(0)} s`)
  }
  return value
}

async function makeDocuments(task: DocumentsTask, tell: Tell): Promise<Map<string, number>> {
  const began = performance.now()
  let next = 0
  let made = 0
  let told = began
  const answered = async (worker: Worker, message: ToWorker): Promise<unknown> => {
    worker.postMessage(message)
    const [answer] = (await once(worker, 'message')) as [unknown]
    return answer
  }
  const frequency = new Map<string, number>()
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), 8) }, async () => {
      const worker = new Worker(new URL('documents-worker.ts', import.meta.url), { workerData: task })
      while (next < task.documents) {
        const from = next
        const to = Math.min(task.documents, from + chunk)
        next = to
        await answered(worker, { from, to })
        made += to - from
        const now = performance.now()
        if (now - told < 5000 && made < task.documents) continue
        told = now
        const rate = made / ((now - began) / 1000)
        tell(`${made} of ${task.documents} documents, ${rate.toFixed(0)} a second, ${((task.documents - made) / rate).toFixed(0)} s left`)
      }
      const counted = (await answered(worker, 'frequencies')) as (readonly [string, number])[]
      for (const [term, count] of counted) frequency.set(term, (frequency.get(term) ?? 0) + count)
      await worker.terminate()
    }),
  )
  return frequency
}

async function keepFrequencies(database: Database, frequency: ReadonlyMap<string, number>): Promise<void> {
  const client = await database.pool.connect()
  try {
    await copyInto(
      client,
      'publication.term_frequency (term, documents)',
      Array.from(frequency, ([term, count]) => row([field(term), String(count)])),
    )
  } finally {
    client.release()
  }
}

/** `url` is that of the database; it must be migrated and empty. */
export async function fillDatabase(database: Database, url: string, stock: Stock, tell: Tell): Promise<void> {
  const { rows } = await sql<{ filled: boolean }>`select exists (select from publication.unit) as filled`.execute(database.db)
  if (rows[0]?.filled !== false) throw new Error('the database is not empty: give one that is migrated and nothing else')
  const columns = await database.transaction((tx) => layUnits(tx, unitsOf(stock.units)))
  const frequency = await withoutIndexes(database, tell, () => makeDocuments({ url, columns, ...stock }, tell))
  await keepFrequencies(database, frequency)
  await database.transaction(async (tx) => {
    await sql`insert into publication.register_entry (document_id, act, revision, index_number, at, salted_hash) select id, 'publish', 1, '', listed_at, '' from publication.document order by listed_at`.execute(
      tx,
    )
    await sql`insert into publication.register_link (sequence, entry_id, previous_hash, link_hash, linked_at) select id, id, '', '', at from publication.register_entry`.execute(
      tx,
    )
    await sql`insert into publication.tally select * from publication.tally_counted`.execute(tx)
  })
  // A stock without requests is for searches alone.
  if (stock.requests > 0) {
    tell('requests, duties, editions')
    await database.transaction(async (tx) => {
      await layRequests(tx, stock.requests)
      await layDuties(tx)
      await layEditions(tx)
    })
    await layMap(database)
    await layLedger(database)
  }
  tell('vacuum and analyze')
  await sql`vacuum analyze`.execute(database.db)
}
