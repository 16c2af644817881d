// The embedded server keeps what it acknowledged, whatever happens to its process.
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NewerDataError, startEmbedded } from '../src/platform/postgres/embedded.ts'

let folder: string
const options = () => ({ folder, password: 'p@ss word', settings: { shared_buffers: '16MB' } })

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

describe('the embedded server', () => {
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'gongkai-pg-')), '数据 文件夹')
  })
  afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }))

  it('is made in a folder with Chinese characters and spaces, and keeps rows over a clean stop', async () => {
    const first = await startEmbedded(options())
    await ask(first.url, 'create table kept (n int); insert into kept values (1)')
    await first.stop()
    const second = await startEmbedded(options())
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }])
    await second.stop()
  })

  it('starts after its process was killed, and has every acknowledged row', async () => {
    const first = await startEmbedded(options())
    await ask(first.url, 'insert into kept values (2)')
    process.kill(first.processId, 'SIGKILL')
    const second = await startEmbedded(options())
    expect(second.processId).not.toBe(first.processId)
    expect(await ask(second.url, 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }])
    await second.stop()
  })

  it('takes over a server that a killed start left running', async () => {
    const first = await startEmbedded(options())
    const second = await startEmbedded(options())
    expect(second).toMatchObject({ adopted: true, processId: first.processId, port: first.port })
    await second.stop()
  })

  it('starts over a stale lock file whose number now belongs to another program', async () => {
    await writeFile(join(folder, 'pg/postmaster.pid'), `${process.pid}\n${join(folder, 'pg')}\n0\n5432\n`)
    const server = await startEmbedded(options())
    expect(server.adopted).toBe(false)
    await server.stop()
    expect(existsSync(join(folder, 'pg/postmaster.pid'))).toBe(false)
  })

  it('refuses a folder of another version of PostgreSQL', async () => {
    await writeFile(join(folder, 'pg/PG_VERSION'), '19\n')
    await expect(startEmbedded(options())).rejects.toThrow(NewerDataError)
  })
})
