// On a PostgreSQL server of the operator's own, with an owner that is no superuser: logins, rights, backup and restore.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkArchive } from '../src/main/backup/archive.ts'
import { backUp } from '../src/main/backup/back-up.ts'
import { restore } from '../src/main/backup/restore.ts'
import { found } from '../src/main/found.ts'
import { ensureLogins, type Urls } from '../src/main/logins.ts'
import { bringUpToDate } from '../src/main/migrations.ts'
import { standingClock } from '../src/platform/clock/clock.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { folderStore } from '../src/platform/files/file-store.ts'
import { startEmbedded, type EmbeddedServer } from '../src/platform/postgres/embedded.ts'
import { newSecrets } from '../src/platform/settings/secrets.ts'

let folder: string
let server: EmbeddedServer
let urls: Urls
const secrets = newSecrets()
const notGiven = { ours: false, officeUrl: undefined, portalUrl: undefined }
const clock = standingClock(new Date('2026-11-22T02:00:00Z'), 'Asia/Shanghai')

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as unknown[]
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-own-'))
  server = await startEmbedded({ folder, password: 'admin', settings: { fsync: 'off', shared_buffers: '32MB' } })
  const admin = server.urlOf({ database: 'postgres' })
  await ask(admin, `create role town login createrole password 'town'`)
  await ask(admin, `create role poor login password 'poor'`)
  for (const [name, owner] of [
    ['town', 'town'],
    ['second', 'town'],
    ['poor', 'poor'],
  ] as const)
    await ask(admin, `create database ${name} owner ${owner}`)
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const urlOf = (user: string, database = user): string => server.urlOf({ user, password: user, database })

describe.sequential('a server of the operator', () => {
  it('says what is missing where the owner may not make logins', async () => {
    await expect(ensureLogins(urlOf('poor'), secrets, notGiven)).rejects.toThrow('GONGKAI_OFFICE_DATABASE_URL')
  })

  it('gets its logins, tables and rights', async () => {
    urls = await ensureLogins(urlOf('town'), secrets, notGiven)
    await bringUpToDate(urls.owner, () => {})
    await bringUpToDate(urls.owner, () => {})
    expect(await ask(urls.portal, 'select * from publication.document')).toEqual([])
    await expect(ask(urls.portal, 'select * from disclosure.edition')).rejects.toMatchObject({ code: '42501' })
    await expect(ask(urls.office, 'delete from access.audit')).rejects.toMatchObject({ code: '42501' })
  })

  it('keeps the passwords that another installation of the same server has given', async () => {
    await expect(ensureLogins(urlOf('town', 'second'), newSecrets(), notGiven)).rejects.toThrow('GONGKAI_OFFICE_DATABASE_URL')
    const given = { ours: false, officeUrl: urls.office.replace('/town', '/second'), portalUrl: urls.portal.replace('/town', '/second') }
    expect(await ensureLogins(urlOf('town', 'second'), newSecrets(), given)).toMatchObject({ office: given.officeUrl })
    expect(await ask(urls.office, 'select count(*)::int as n from access.account')).toEqual([{ n: 0 }])
  })

  it('is backed up and restored without a superuser', async () => {
    const database = openDatabase({ url: urls.owner, name: 'test' })
    await found(database, clock, {
      unit: { name: '青岚县人民政府', kind: 'government', code: '', slug: 'qinglan' },
      administrators: { system: { login: 'zhao', name: '赵' }, security: { login: 'qian', name: '钱' }, audit: { login: 'sun', name: '孙' } },
    })
    await database.close()
    const path = join(folder, 'one.gongkai')
    await backUp(path, { ownerUrl: urls.owner, filesFolder: join(folder, 'files'), secrets, programVersion: '0', now: clock.now() })
    const second = urlOf('town', 'second')
    await restore(path, (await checkArchive(path)).header, { ownerUrl: second, fileStore: folderStore(join(folder, 'restored')) })
    const people = 'select login from access.account order by login'
    expect(await ask(second, people)).toEqual(await ask(urls.owner, people))
  })
})

describe('founding an office', () => {
  it('is refused a second time', async () => {
    const database = openDatabase({ url: urls.owner, name: 'test' })
    const again = found(database, clock, {
      unit: { name: '另一机构', kind: 'government', code: '', slug: 'other' },
      administrators: { system: { login: 'li', name: '李' }, security: { login: 'zhou', name: '周' }, audit: { login: 'wu', name: '吴' } },
    })
    await expect(again).rejects.toThrow()
    await database.close()
  })
})
