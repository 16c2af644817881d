// What publishing costs: sixteen at once through the door, against sixteen that insert the very same rows, on one durable server in one run.
import { randomUUID } from 'node:crypto'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { contentHashOf, publish, putStandardColumns, startSequencer, type PublicItem } from '../src/modules/publication/index.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { openDatabase, type Database } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { alternate, figure, ratios, type Bench } from './harness/bench.ts'
import { textOf } from './harness/texts.ts'

const atOnce = 16
const eachTime = 480
const stock = 2000
const rounds = 5
const characters = 1500
const units = Array.from({ length: atOnce }, (_, n) => ({ id: randomUUID(), frontCode: `11${String(n).padStart(15, '0')}W` }))

let made = 0
function itemOf(unit: (typeof units)[number], columnId: string): PublicItem {
  made += 1
  const { title, documentNumber, paragraphs } = textOf(made, characters)
  return {
    documentId: randomUUID(), unitId: unit.id, unitName: '青岚县民政局', frontCode: unit.frontCode, columnIds: [columnId], title, kind: '通知', theme: '综合政务\\政务公开',
    keywords: ['救助', '民政'], summary: '', documentNumber, responsibleDepartment: '办公室', source: '', sourceUrl: null, draftedOn: null, effectiveOn: null, expiresOn: null,
    validity: 'valid', replacedBy: null, bodyHtml: paragraphs.map((one) => `<p>${one}</p>`).join(''), attachments: [], changeNote: '', historic: null,
  } // prettier-ignore
}

/** So many workers take from one list; returns how many a second were done. */
async function together<Piece>(pieces: readonly Piece[], work: (piece: Piece) => Promise<void>): Promise<number> {
  const waiting = pieces.values()
  const began = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const piece of waiting) await work(piece)
    }),
  )
  return (pieces.length * 1000) / (performance.now() - began)
}

async function publishOne(database: Database, item: PublicItem): Promise<void> {
  const ruling = await database.transaction((tx) => publish(tx, item, { contentHash: contentHashOf(item), passed: true }, new Date()))
  if (!ruling.ok) throw new Error(ruling.refusals.map((one) => one.code).join(', '))
}

/** What one publication writes, and by which column its rows are known; the last two come from triggers. */
const tables = [
  ['document', 'id'], ['document_column', 'document_id'], ['register_entry', 'document_id'], ['register_pending', 'entry_id'], ['revision', 'document_id'],
  ['citation', 'document_id'], ['cited_name', 'document_id'], ['search_document', 'document_id'], ['term_change', 'document_id'], ['tally_delta', ''], ['change', ''],
] as const // prettier-ignore

interface Insert {
  readonly name: string
  readonly text: string
  readonly values: readonly (string | null)[]
}

const insertOf = (table: string, columns: readonly string[], rows: readonly (readonly (string | null)[])[]): Insert => ({
  name: `${table} ${rows.length}`,
  text: `insert into publication.${table} (${columns.join(', ')}) overriding system value values ${rows
    .map((_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`)
    .join(', ')}`,
  values: rows.flat(),
})

/** The rows of the round, by document, as statements that write them again, in as few as there are tables. */
async function readBack(database: Database): Promise<readonly (readonly Insert[])[]> {
  const read = async (table: string): Promise<{ columns: string[]; rows: Record<string, string | null>[] }> => {
    const { rows: found } = await database.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'publication' and table_name = $1 order by ordinal_position`,
      [table],
    )
    const columns = found.map((one) => one.name)
    const fresh = { tally_delta: 'id > (select tally from bench_mark)', change: 'id > (select change from bench_mark)', register_pending: 'true' }[table]
    const of =
      fresh ??
      `${tables.find(([name]) => name === table)?.[1]} in (select document_id from publication.register_entry where id > (select entry from bench_mark))`
    const { rows } = await database.pool.query<Record<string, string | null>>(
      `select ${columns.map((one) => `${one}::text as ${one}`).join(', ')} from publication.${table} where ${of}`,
    )
    return { columns, rows }
  }
  const entries = new Map((await read('register_entry')).rows.map((row) => [row['id'] ?? '', row['document_id'] ?? '']))
  const documents = [...entries.values()]
  const statements = new Map<string, Insert[]>(documents.map((id) => [id, []]))
  for (const [table, key] of tables) {
    const { columns, rows } = await read(table)
    const byDocument = new Map<string, (string | null)[][]>()
    for (const [place, row] of rows.entries()) {
      const own =
        key === ''
          ? documents[Math.floor((place * documents.length) / rows.length)]
          : table === 'register_pending'
            ? entries.get(row['entry_id'] ?? '')
            : row[key]
      byDocument.set(own ?? '', [...(byDocument.get(own ?? '') ?? []), columns.map((column) => row[column] ?? null)])
    }
    for (const [id, own] of byDocument) statements.get(id)?.push(insertOf(table, columns, own))
  }
  return [...statements.values()]
}

/** Takes the round out again, so that both sides meet the same tables. */
async function forget(database: Database): Promise<void> {
  const entries = 'select id from publication.register_entry where id > (select entry from bench_mark)'
  await database.pool.query(`
    set session_replication_role = replica;
    ${tables.filter(([, key]) => key === 'document_id' && key.length > 0).filter(([name]) => name !== 'register_entry').map(([name]) => `delete from publication.${name} where document_id in (select document_id from publication.register_entry where id > (select entry from bench_mark));`).join('\n')}
    delete from publication.document where id in (select document_id from publication.register_entry where id > (select entry from bench_mark));
    delete from publication.register_pending where entry_id in (${entries}); delete from publication.register_link where entry_id in (${entries});
    delete from publication.register_entry where id > (select entry from bench_mark);
    delete from publication.tally_delta where id > (select tally from bench_mark); delete from publication.change where id > (select change from bench_mark);
    set session_replication_role = origin`) // prettier-ignore
  for (const [name] of tables) await database.pool.query(`vacuum publication.${name}`)
}

async function insertAll(client: pg.PoolClient, inserts: readonly Insert[]): Promise<void> {
  await client.query('begin')
  for (const { name, text, values } of inserts) await client.query({ name, text, values: [...values] })
  await client.query('commit')
}

/** Of each publication: from its acknowledgement until its link is seen, the longest in seconds. */
async function untilLinked(database: Database, items: readonly PublicItem[]): Promise<number> {
  const key = generateKeyPairSync('ed25519').privateKey
  const sequencer = startSequencer({ database, clock: systemClock('Asia/Shanghai'), key })
  const acknowledged = new Map<string, number>()
  let longest = 0
  let linked = 0
  try {
    const looking = (async () => {
      while (linked < items.length) {
        const { rows } = await database.pool.query<{ id: string }>(
          `select e.document_id as id from publication.register_link l join publication.register_entry e on e.id = l.entry_id where e.id > (select entry from bench_mark) order by l.sequence offset ${linked}`,
        )
        const now = performance.now()
        for (const { id } of rows) longest = Math.max(longest, now - (acknowledged.get(id) ?? now))
        linked += rows.length
        await wait(10)
      }
    })()
    await together(items, async (item) => {
      await publishOne(database, item)
      acknowledged.set(item.documentId, performance.now())
    })
    await looking
  } finally {
    await sequencer.stop()
  }
  return longest / 1000
}

async function measure(database: Database, tell: (line: string) => void) {
  await sql`create table bench_mark as select 0::bigint as entry, 0::bigint as tally, 0::bigint as change`.execute(database.db)
  const columns = await database.transaction((tx) => putStandardColumns(tx, new Date()))
  const columnId = columns.get('tongzhi') ?? ''
  const itemsOf = (from: readonly (typeof units)[number][], count = eachTime): PublicItem[] =>
    Array.from({ length: count }, (_, n) => itemOf(from[n % from.length] as (typeof units)[number], columnId))
  await together(itemsOf(units, stock), (item) => publishOne(database, item))
  await sql`
    update bench_mark set entry = (select max(id) from publication.register_entry), tally = (select max(id) from publication.tally_delta), change = (select max(id) from publication.change)`.execute(
    database.db,
  )
  await sql`delete from publication.register_pending`.execute(database.db)
  await sql`vacuum analyze`.execute(database.db)
  tell(`${stock} documents stand there already`)
  const through = (items: readonly PublicItem[]): Promise<number> => together(items, (item) => publishOne(database, item))
  let inserts: readonly (readonly Insert[])[] = []
  const clients = await Promise.all(Array.from({ length: atOnce }, () => database.pool.connect()))
  for (const client of clients) client.release()
  return alternate(rounds, {
    many: async () => {
      const rate = await through(itemsOf(units))
      inserts = await readBack(database)
      await forget(database)
      return rate
    },
    bare: async () => {
      const held = await Promise.all(Array.from({ length: atOnce }, () => database.pool.connect()))
      for (const client of held) await client.query('set session_replication_role = replica')
      const free = [...held]
      const rate = await together(inserts, async (statements) => {
        const client = free.pop()
        if (!client) throw new Error('no connection is free')
        await insertAll(client, statements)
        free.push(client)
      })
      for (const client of held) await client.query('set session_replication_role = origin').then(() => client.release())
      await forget(database)
      return rate
    },
    one: async () => {
      const rate = await through(itemsOf(units.slice(0, 1)))
      await forget(database)
      return rate
    },
    linked: async () => {
      const longest = await untilLinked(database, itemsOf(units))
      await forget(database)
      return longest
    },
  })
}

export const bench: Bench = {
  name: 'publish',
  measures: `Acknowledged, durable publications a second of ${atOnce} at once (texts of ${characters} characters, ${stock} documents there already), against bare INSERT … COMMIT of the very same rows, without triggers and foreign keys, at ${atOnce} at once; and the longest time from the acknowledgement of ${eachTime} to the link in the register.`,
  async run(tell) {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
    const server = await startEmbedded({ folder, password: 'bench' })
    const database = openDatabase({ url: server.url, name: 'bench publish', poolSize: atOnce + 4 })
    try {
      await migrate(server.url, join(import.meta.dirname, '../db/migrations'))
      const { many, bare, one, linked } = await measure(database, tell)
      return [
        figure('publications against bare inserts, sixteen units', '×', ratios(many, bare), { atLeast: 0.5 }),
        figure('publications against bare inserts, one unit', '×', ratios(one, bare)),
        figure('until linked in the register, the slowest', 's', linked, { atMost: 1 }),
        figure('publications, sixteen units', '/s', many),
        figure('publications, one unit', '/s', one),
        figure('bare inserts of the same rows', '/s', bare),
      ]
    } finally {
      await database.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
