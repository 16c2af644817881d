// A backup made while others write holds one moment whole, and a restore brings back every row, number and file of it.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { folderStore } from '../../platform/files/file-store.ts'
import { newSecrets } from '../../platform/settings/secrets.ts'
import { checkArchive } from './archive.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

let folder: string
let source: FreshDatabase
let target: FreshDatabase
const secrets = { ...newSecrets(), formerKeys: [{ key: newSecrets().totpKey, replacedOn: '2026-11-20' }] }
const path = (name: string): string => join(folder, name)
const partsOf = (database: FreshDatabase, name: string) => ({
  ownerUrl: database.url,
  filesFolder: path(name),
  secrets,
  programVersion: '0.0.0',
  now: new Date('2026-11-22T08:00:00Z'),
})

/** Everything in a database, row by row, in an order of its own. */
async function contents(database: FreshDatabase): Promise<Record<string, unknown[]>> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') and tablename <> 'migration' order by 1`,
  )
  const all: Record<string, unknown[]> = {}
  for (const { name } of rows) all[name] = (await database.pool.query(`select t::text as row from ${name} t order by 1`)).rows
  return all
}

const unit = (name: string, slug: string, parent?: string) => ({
  text: `insert into organization.unit (kind, name, slug, valid_from, parent_id) values ('department', $1, $2, '2020-01-01', $3) returning id`,
  values: [name, slug, parent ?? null],
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '公开 backup-'))
  source = await freshDatabase()
  target = await freshDatabase()
})

afterAll(async () => {
  await source.close()
  await target.close()
  await rm(folder, { recursive: true, force: true })
})

describe('backup and restore', () => {
  it('bring back rows with line ends, tabs and Chinese, parents after their children, numbers and files', async () => {
    const parent = await source.pool.query<{ id: string }>(unit('青岚县\t人民政府\n办公室\\N', 'parent'))
    await source.pool.query(unit('甲局', 'child', parent.rows[0]?.id))
    await source.pool.query(`update organization.unit set parent_id = (select id from organization.unit where slug = 'child') where slug = 'parent'`)
    await source.pool.query(
      `insert into access.audit (at, action, outcome, detail) select '2026-01-01', 'x', 'done', jsonb_build_object('n', n) from generate_series(1, 20000) n`,
    )
    await source.pool.query(`insert into publication.term_frequency values ('词', 7)`)
    const sha256 = await folderStore(path('files')).put(Buffer.from('附件'))

    await backUp(path('one.gongkai'), partsOf(source, 'files'))
    expect((await stat(path('one.gongkai'))).mode & 0o777).toBe(0o600)
    const { header } = await checkArchive(path('one.gongkai'))
    const fileStore = folderStore(path('restored'))
    await restore(path('one.gongkai'), header, { ownerUrl: target.url, fileStore })

    expect(await contents(target)).toEqual(await contents(source))
    expect((await fileStore.read(sha256)).toString()).toBe('附件')
    const next = await target.pool.query<{ id: number }>(`insert into access.audit (at, action, outcome) values ('2026-01-02', 'y', 'done') returning id`)
    expect(next.rows[0]?.id).toBe(20_001)
  })

  it('ties the tables again: a row without its parent is refused after a restore', async () => {
    await expect(target.pool.query(unit('孤儿', 'orphan', '00000000-0000-4000-8000-000000000000'))).rejects.toMatchObject({ code: '23503' })
  })

  it('leave the rights of the logins as they were', async () => {
    const { rows } = await target.pool.query<{ portal: boolean; draft: boolean }>(
      `select has_table_privilege('gongkai_portal', 'publication.document', 'select') as portal, has_table_privilege('gongkai_portal', 'disclosure.edition', 'select') as draft`,
    )
    expect(rows[0]).toEqual({ portal: true, draft: false })
  })

  it('hold one moment: what is committed while the backup runs is in it whole or not at all', async () => {
    const backup = { done: false }
    const writer = (async () => {
      for (let n = 1; !backup.done; n += 1) {
        await source.transaction(async (tx) => {
          await sql`insert into publication.term_frequency values (${`a${n}`}, 1)`.execute(tx)
          await sql`insert into access.audit (at, action, outcome) values ('2026-01-03', ${`a${n}`}, 'done')`.execute(tx)
        })
      }
    })()
    await backUp(path('two.gongkai'), partsOf(source, 'files'))
    backup.done = true
    await writer
    const { header } = await checkArchive(path('two.gongkai'))
    await restore(path('two.gongkai'), header, { ownerUrl: target.url, fileStore: folderStore(path('restored')) })
    const { rows } = await target.pool.query(
      `select (select count(*) from publication.term_frequency where term ~ '^a') = (select count(*) from access.audit where at = '2026-01-03') as whole`,
    )
    expect(rows[0]).toEqual({ whole: true })
  })

  it('keep the keys but not the passwords, and leave both out where asked', async () => {
    const kept = await checkArchive(path('one.gongkai'))
    expect(JSON.parse(kept.secrets ?? '')).toEqual({ totpKey: secrets.totpKey, formerKeys: secrets.formerKeys, registerKey: secrets.registerKey })
    await backUp(path('bare.gongkai'), { ...partsOf(source, 'files'), secrets: undefined })
    expect((await checkArchive(path('bare.gongkai'))).secrets).toBeUndefined()
  })
})

describe('an archive that is not whole', () => {
  it.each([
    { what: 'cut off', harm: (bytes: Buffer) => bytes.subarray(0, bytes.length - 2000) },
    { what: 'changed in one byte', harm: (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) ? byte ^ 1 : byte))) },
    { what: 'no archive at all', harm: () => Buffer.from('hello') },
    { what: 'empty', harm: () => Buffer.alloc(0) },
  ])('is refused before anything is touched: $what', async ({ harm }) => {
    await writeFile(path('harmed'), harm(await readFile(path('one.gongkai'))))
    await expect(checkArchive(path('harmed'))).rejects.toThrow('不完整或者已损坏')
  })

  it('is told apart from one that is not there', async () => {
    await expect(checkArchive(path('nothing'))).rejects.toThrow('没有备份文件')
  })
})
