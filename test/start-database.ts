// Started once before all tests: one PostgreSQL, one migrated template that each test file clones.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

export const template = 'gongkai_template'
const password = 'test'
const migrations = join(import.meta.dirname, '../db/migrations')
const rights = join(import.meta.dirname, '../db/rights.sql')

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-test-'))
  // Nothing here must survive a power cut, so that tests need not wait for the disk.
  const server = await startEmbedded({
    folder,
    password,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create role gongkai_office login password '${password}'`)
  await admin.query(`create role gongkai_portal login password '${password}'`)
  await admin.query(`create database ${template}`)
  await admin.end()
  const url = server.urlOf({ database: template })
  await migrate(url, migrations)
  if (existsSync(rights)) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(await readFile(rights, 'utf8'))
    await client.end()
  }
  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
