// The database's own guard: what the logins of portal and office can never do, whatever the program above them does.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from './database.ts'

let database: FreshDatabase
const logins: Partial<Record<'portal' | 'office', pg.Client>> = {}

async function enter(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** SQLSTATE of a statement that fails, or `done`. Nothing it writes stays. */
async function outcome(login: 'portal' | 'office', statement: string): Promise<string> {
  const client = logins[login]
  if (!client) throw new Error('not connected')
  await client.query('begin')
  try {
    await client.query(statement)
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('rollback')
  }
}

const denied = '42501'

beforeAll(async () => {
  database = await freshDatabase()
  // A second time, as after every start; a clone has not the rights of the database itself.
  await database.pool.query(await readFile(join(import.meta.dirname, '../db/rights.sql'), 'utf8'))
  logins.portal = await enter(database.portalUrl)
  logins.office = await enter(database.officeUrl)
})

afterAll(async () => {
  await logins.portal?.end()
  await logins.office?.end()
  await database.close()
})

describe('the login of the portal', () => {
  it('reads every table of what is public, but for the serials', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = 'publication' and table_name <> 'index_serial'`,
    )
    expect(rows.length).toBeGreaterThan(10)
    for (const { name } of rows) expect([name, await outcome('portal', `select * from ${name} limit 1`)]).toEqual([name, 'done'])
  })

  it('reads no table of any other schema: no draft, no account, not even the inbox', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('publication', 'pg_catalog', 'information_schema')`,
    )
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['disclosure.edition', 'access.account', 'intake.inbox', 'public.migration']))
    for (const { name } of rows) expect([name, await outcome('portal', `select * from ${name} limit 1`)]).toEqual([name, denied])
  })

  it('writes into the inbox and into nothing else', async () => {
    expect(await outcome('portal', `insert into intake.inbox (id, kind, body, received_at) values (gen_random_uuid(), 'error-report', '{}', now())`)).toBe(
      'done',
    )
    const { rows } = await database.pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    for (const { name } of rows.filter((row) => row.name !== 'intake.inbox')) {
      expect([name, await outcome('portal', `insert into ${name} default values`)]).toEqual([name, denied])
      expect([name, await outcome('portal', `delete from ${name}`)]).toEqual([name, denied])
      expect([name, await outcome('portal', `truncate ${name}`)]).toEqual([name, denied])
    }
  })

  it('defines nothing', async () => {
    expect(await outcome('portal', 'create table publication.mine (n int)')).toBe(denied)
    expect(await outcome('portal', 'create table public.mine (n int)')).toBe(denied)
    expect(await outcome('portal', 'create temporary table mine (n int)')).toBe(denied)
    expect(await outcome('portal', 'create schema mine')).toBe(denied)
  })
})

describe('the login of the office', () => {
  it('changes and deletes no audit row, no step and no entry of the register', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where tablename like '%step_taken' or (schemaname, tablename) in (('access', 'audit'), ('publication', 'register_entry'))`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(4)
    for (const { name } of rows) {
      expect([name, await outcome('office', `select * from ${name} limit 1`)]).toEqual([name, 'done'])
      expect([name, await outcome('office', `update ${name} set at = at`)]).toEqual([name, denied])
      expect([name, await outcome('office', `delete from ${name}`)]).toEqual([name, denied])
      expect([name, await outcome('office', `truncate ${name}`)]).toEqual([name, denied])
    }
    expect(await outcome('office', `insert into access.audit (at, action, outcome) values (now(), 'sign-in', 'done')`)).toBe('done')
  })

  it('neither links nor signs the register: the sequencer alone does', async () => {
    expect(await outcome('office', `insert into publication.register_link values (1, 1, '', '', now())`)).toBe(denied)
    expect(await outcome('office', `insert into publication.checkpoint values (1, '', now(), 'k', '')`)).toBe(denied)
  })

  it('works on the data of the modules', async () => {
    expect(await outcome('office', 'update disclosure.edition set title = title')).toBe('done')
    expect(await outcome('office', 'delete from disclosure.presence')).toBe('done')
    expect(await outcome('office', `update publication.site set changed_at = now()`)).toBe('done')
  })

  it('defines nothing, and reads neither migrations nor what citizens just sent', async () => {
    expect(await outcome('office', 'create table disclosure.mine (n int)')).toBe(denied)
    expect(await outcome('office', 'alter table access.audit add column mine int')).toBe(denied)
    expect(await outcome('office', 'drop table access.audit')).toBe(denied)
    expect(await outcome('office', 'select * from public.migration')).toBe(denied)
    expect(await outcome('office', 'select * from intake.inbox')).toBe(denied)
  })
})
