// A fresh database for a test file: a clone of the migrated template on the real server.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, type Database } from '../src/platform/database/database.ts'

const template = 'gongkai_template'

export interface FreshDatabase extends Database {
  readonly url: string
  /** The same database entered with the login of the portal, and of the office. */
  readonly portalUrl: string
  readonly officeUrl: string
}

async function withAdmin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Close it in `afterAll`: that drops the clone. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  await withAdmin((client) => client.query(`create database ${name} template ${template}`))
  const urlFor = (user: string): string => {
    const url = new URL(inject('serverUrl'))
    url.username = user
    url.pathname = `/${name}`
    return url.href
  }
  const url = urlFor('gongkai')
  const database = openDatabase({ url, name, poolSize: 20 })
  return {
    ...database,
    url,
    portalUrl: urlFor('gongkai_portal'),
    officeUrl: urlFor('gongkai_office'),
    async close() {
      await database.close()
      await withAdmin((client) => client.query(`drop database ${name} with (force)`))
    },
  }
}
