// Databases with the bench's data, made once and taken again: a million documents take minutes.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase, type Database } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { reserveHugePages } from '../harness/huge-pages.ts'
import { fillDatabase, type Stock, type Tell } from './fill.ts'

const migrations = join(import.meta.dirname, '../../db/migrations')
/** What the rows are made of: another text of it makes other rows. */
const makers = [
  import.meta.dirname,
  migrations,
  join(import.meta.dirname, '../../src/modules/publication/rules'),
  join(import.meta.dirname, '../../src/platform/chinese'),
]

export interface OpenStock {
  readonly database: Database
  readonly url: string
  close(): Promise<void>
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of makers)
    for (const name of (await readdir(folder)).toSorted())
      if (folder !== makers[2] || name === 'search-terms.ts') if (/\.(ts|sql)$/.test(name)) hash.update(await readFile(join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}

/** As `docs/operations.md` advises for a server of its own. */
const sharedMegabytes = Math.floor((totalmem() * 0.4) / 1024 ** 2)

/**
 * A server that has run for a day holds in its own buffers what is asked for most, and with pg_prewarm does so again after a restart. The memory of the system is no
 * place to rely on: the host of a virtual machine may take it back at any moment. Read last, and so kept where not all has room: what searches read.
 */
async function warm({ db }: Database): Promise<void> {
  await sql`create extension if not exists pg_prewarm`.execute(db)
  await sql`
    select pg_prewarm(oid::regclass, 'buffer') from (
      select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_class owner on owner.reltoastrelid = c.oid left join pg_index i on i.indexrelid = c.oid
      left join pg_class toasted on toasted.reltoastrelid = i.indrelid
      where c.relkind in ('r', 'i', 't', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
      order by coalesce('publication.search_document'::regclass in (c.oid, owner.oid, coalesce(toasted.oid, i.indrelid)), false), owner.oid is null, c.oid
    ) as relation`.execute(db)
}

/** Lies below `GONGKAI_BENCH_DATA`, else the folder of temporary files; one of another version of the maker is thrown away. */
export async function openStock(stock: Stock, tell: Tell): Promise<OpenStock> {
  const home = process.env['GONGKAI_BENCH_DATA'] ?? join(tmpdir(), 'gongkai-bench-data')
  const size = `${stock.documents}-${stock.units}-${stock.requests}-${stock.seed}`
  const folder = join(home, `${size}-${await fingerprint()}`)
  const done = join(folder, 'filled')
  await mkdir(home, { recursive: true, mode: 0o755 })
  for (const name of await readdir(home)) {
    const isOld = name.startsWith(`${size}-`) && (join(home, name) !== folder || !existsSync(done))
    if (isOld) await rm(join(home, name), { recursive: true, force: true })
  }
  const settings = {
    max_wal_size: '4GB',
    shared_buffers: `${sharedMegabytes}MB`,
    autovacuum: 'off',
    synchronous_commit: 'off',
    ...(existsSync(done) ? {} : { fsync: 'off' }),
  }
  const hugePages = await reserveHugePages(sharedMegabytes, tell)
  const server = await startEmbedded({ folder, password: 'bench', settings }).catch(async (cause: unknown) => {
    await hugePages.giveBack()
    throw cause
  })
  const database = openDatabase({ url: server.url, name: 'bench', poolSize: 12 })
  const close = async (): Promise<void> => {
    await database.close()
    await server.stop().finally(() => hugePages.giveBack())
  }
  try {
    if (!existsSync(done)) {
      tell(`making ${stock.documents} documents, ${stock.units} units, ${stock.requests} requests in ${folder}`)
      await migrate(server.url, migrations)
      await fillDatabase(database, server.url, stock, tell)
      await writeFile(done, '')
    }
    tell('reading everything once')
    await warm(database)
    return { database, url: server.url, close }
  } catch (error) {
    await close()
    throw error
  }
}
