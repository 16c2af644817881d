// Two processes of the portal behind one port, and a third that reads from a streaming standby: what is withdrawn is gone from each, and what cannot be known is not sent.
import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { request as send } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anItem, publishItem, valueOf } from '../../modules/publication/fixtures.ts'
import { putSite, putStandardColumns, withdraw } from '../../modules/publication/index.ts'
import { siteSettings } from '../../modules/publication/rules/site.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { startEmbedded, type EmbeddedServer } from '../../platform/postgres/embedded.ts'
import { now } from '../fixtures.ts'

const root = join(import.meta.dirname, '../../..')
const password = 'standby-test'
const quick = { fsync: 'off', synchronous_commit: 'off', shared_buffers: '64MB', max_connections: '60' }

let folder: string
let primary: EmbeddedServer
let standby: EmbeddedServer
let database: Database
const children: ChildProcess[] = []

/** The files of the running primary as a standby takes them over, owned as they are there. */
async function copyForStandby(): Promise<string> {
  const copy = join(folder, 'standby')
  const client = await database.pool.connect()
  try {
    await client.query(`select pg_backup_start('standby', true)`)
    await cp(join(folder, 'primary'), copy, { recursive: true, filter: (from) => !/postmaster\.pid$|pg\.log$/.test(from) })
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    const cluster = join(copy, 'pg')
    await writeFile(join(cluster, 'backup_label'), rows[0]?.labelfile ?? '')
    await writeFile(join(cluster, 'standby.signal'), '')
    return cluster
  } finally {
    client.release()
  }
}

/** Root copies for the user that runs the server. */
async function handOver(cluster: string): Promise<void> {
  const { uid, gid } = statSync(join(folder, 'primary/pg'))
  for (const name of ['', ...(await readdir(cluster, { recursive: true }))]) chownSync(join(cluster, name), uid, gid)
}

async function portal(url: string, ...args: readonly string[]): Promise<number> {
  const env = { ...process.env, GONGKAI_PORTAL_DATABASE_URL: url, GONGKAI_PORTAL_PORT: '0', GONGKAI_DATA: join(folder, 'data'), GONGKAI_LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [join(root, 'src/main/portal.ts'), ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /ready portal http:\/\/127\.0\.0\.1:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
    child.once('exit', (code) => reject(new Error(`the portal ended with ${code}: ${said}`)))
  })
}

/** On a connection of its own, so that both processes are asked in turn. */
const ask = (port: number, path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    send({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (part: string) => (body += part))
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
      .once('error', reject)
      .end()
  })
const six = (port: number, path: string): Promise<string[]> => Promise.all([1, 2, 3, 4, 5, 6].map(async () => String((await ask(port, path)).status)))
const same = (status: number): string[] => Array.from({ length: 6 }, () => String(status))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-standby-'))
  primary = await startEmbedded({ folder: join(folder, 'primary'), password, settings: quick })
  database = openDatabase({ url: primary.url, name: 'standby test' })
  for (const role of ['gongkai_office', 'gongkai_portal']) await sql.raw(`create role ${role} login password '${password}'`).execute(database.db)
  await migrate(primary.url, join(root, 'db/migrations'))
  await sql.raw(await readFile(join(root, 'db/rights.sql'), 'utf8')).execute(database.db)
  await database.transaction(async (tx) => {
    await putSite(tx, siteSettings.parse({ name: '青岚县人民政府', domain: 'www.qinglan.example', homeUrl: '/', sponsor: '办公室' }), now)
    await putStandardColumns(tx, now)
  })
  const cluster = await copyForStandby()
  if (process.getuid?.() === 0) await handOver(cluster)
  const conninfo = `host=127.0.0.1 port=${primary.port} user=gongkai password=${password}`
  standby = await startEmbedded({ folder: join(folder, 'standby'), password, settings: { ...quick, primary_conninfo: conninfo } })
})
afterAll(async () => {
  for (const child of children) {
    const gone = child.exitCode === null && new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  await standby?.stop()
  await database?.close()
  await primary?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a withdrawn page', () => {
  it('is gone from two processes and from one that reads from a standby, and does not come back', async () => {
    const [two, third] = await Promise.all([
      portal(primary.urlOf({ user: 'gongkai_portal' }), '--workers', '2'),
      portal(standby.urlOf({ user: 'gongkai_portal' })),
    ])
    const { documentId } = valueOf(await publishItem(database, anItem({ title: '不该公开的标题' }), now))
    const path = `/documents/${documentId}`
    const until = async (port: number, status: number): Promise<void> => {
      while ((await ask(port, path)).status !== status);
    }
    // it reaches the standby when it is replayed there
    await until(third, 200)
    for (const port of [two, third]) expect(await six(port, path)).toEqual(same(200))

    valueOf(await database.transaction((tx) => withdraw(tx, { documentId, reason: 'personal-privacy', at: now })))
    await Promise.all([until(two, 410), until(third, 410)])
    // whichever process has not heard of it yet does within the second
    while ((await six(two, path)).join() !== same(410).join());
    for (const port of [two, third]) {
      expect(await six(port, path)).toEqual(same(410))
      expect((await ask(port, '/latest')).body).not.toContain('不该公开的标题')
    }
  })

  it('what is kept is not sent while the server that is read from is away', async () => {
    const port = await portal(standby.urlOf({ user: 'gongkai_portal' }))
    expect(await six(port, '/contact')).toEqual(same(200))
    await standby.stop()
    while ((await ask(port, '/contact')).status !== 503);
    expect(await six(port, '/contact')).toEqual(same(503))
  })
})
