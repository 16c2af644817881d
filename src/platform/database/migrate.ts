// Forward-only migrations: plain SQL files, each in one transaction, in the order of their names.
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
}

const advisoryLock = 7_236_401

/**
 * Brings the database at `url` to the state of the files in `folder`; returns the names of those that were applied.
 * Throws NewerDatabaseError where the database has migrations that the folder does not know.
 */
export async function migrate(url: string, folder: string, tell: (name: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'gongkai migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${advisoryLock})`)
    await client.query(`set lock_timeout = '10s'`)
    await client.query(
      `create table if not exists public.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    )
    const known = new Set((await client.query<{ name: string }>('select name from public.migration')).rows.map((row) => row.name))
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
    const unknown = [...known].filter((name) => !files.includes(name))
    if (unknown.length > 0) throw new NewerDatabaseError(`the database has migrations that this version does not know: ${unknown.join(', ')}`)
    const applied: string[] = []
    for (const name of files.filter((file) => !known.has(file))) {
      const text = await readFile(join(folder, name), 'utf8')
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into public.migration (name, sha256) values ($1, $2)', [name, createHash('sha256').update(text).digest('hex')])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      }
      tell(name)
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}
