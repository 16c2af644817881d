// Brings the database to the state that this program knows, and its logins to their rights.
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../platform/database/migrate.ts'
import { PlainFailure } from './plain-failure.ts'

const root = join(import.meta.dirname, '../..')
export const migrationsFolder = join(root, 'db/migrations')
const rightsFile = join(root, 'db/rights.sql')
const advisoryLock = 7_236_402

export interface AppliedMigration {
  readonly name: string
  readonly sha256: string
}

/** What was applied to the database, in order; empty for a new one. */
export async function appliedMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ made: boolean }>(`select to_regclass('public.migration') is not null as made`)
  if (!rows[0]?.made) return []
  return (await client.query<AppliedMigration>('select name, sha256 from public.migration order by name')).rows
}

/** Refuses a database whose migrations were not the ones of this program: its tables may be others than the code believes. */
export async function refuseOtherMigrations(applied: readonly AppliedMigration[]): Promise<void> {
  const files = new Set(await readdir(migrationsFolder))
  for (const { name, sha256 } of applied) {
    // A name that we do not know is of a newer program: migrate() says so.
    if (!files.has(name)) continue
    const ours = createHash('sha256')
      .update(await readFile(join(migrationsFolder, name), 'utf8'))
      .digest('hex')
    if (ours !== sha256) {
      throw new PlainFailure(
        `数据是由本程序的另一个（未发布的）版本建立的，数据库结构脚本 ${name} 与本版本不同：请使用建立它的版本，或者用 GONGKAI_DATA 指定其他数据目录。`,
        `The data were made by another (unreleased) version of this program whose migration ${name} differs: use that version, or name another data folder with GONGKAI_DATA.`,
      )
    }
  }
}

/** Migrations, then rights. Safe when several processes start at once. */
export async function bringUpToDate(ownerUrl: string, tell: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'gongkai rights' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    await refuseOtherMigrations(await appliedMigrations(client))
    const applied = await migrate(ownerUrl, migrationsFolder)
    if (applied.length > 0) tell(`数据库结构已更新（${applied.length} 项）`)
    await client.query(await readFile(rightsFile, 'utf8'))
  } finally {
    await client.end()
  }
}

/** Takes everything that is ours out of the database, so that it is as new. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'gongkai empty' })
  await client.connect()
  try {
    await client.query(`do $$ declare part record; begin
      for part in select nspname from pg_namespace
        where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and pg_has_role(nspowner, 'usage') loop
        execute format('drop schema %I cascade', part.nspname);
      end loop;
      drop table if exists public.migration, public.installation;
    end $$`)
  } finally {
    await client.end()
  }
}

/** Empties a database whose first start was broken off while the demo town was being built: nobody has worked in it yet. */
export async function discardUnfinished(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'gongkai look' })
  await client.connect()
  try {
    const made = await client.query<{ there: boolean }>(`select to_regclass('public.installation') is not null as there`)
    if (!made.rows[0]?.there) return false
    const unfinished = await client.query('select 1 from public.installation where finished_at is null')
    if (unfinished.rowCount === 0) return false
  } finally {
    await client.end()
  }
  await emptyDatabase(ownerUrl)
  return true
}
