// The audit trail: only added to by the office, and nothing younger than six months is ever taken away.
import pg from 'pg'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { codesOf, must } from '../fixtures.ts'
import { listAudit } from '../queries/list-audit.ts'
import { record } from '../store/audit.ts'
import { pruneAudit } from './prune-audit.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const times = ['2026-05-21T15:59:59Z', '2026-05-21T16:00:00Z', '2026-11-01T00:00:00Z']
  for (const at of times) {
    await record(database.db, {
      at: new Date(at),
      accountId: null,
      login: 'wang',
      action: 'account.manage',
      title: '新建账号',
      outcome: 'done',
      address: '127.0.0.1',
    })
  }
})
afterAll(() => database.close())

const today = { today: day('2026-11-22'), timeZone: 'Asia/Shanghai' }
const all = async (filter = {}) => (await listAudit(database.db, filter, 'Asia/Shanghai', { offset: 0, limit: 10 })).total

describe('the audit trail', () => {
  it('is asked by days of the office’s own calendar', async () => {
    expect(await all({ from: '2026-05-22' })).toBe(2)
    expect(await all({ to: '2026-05-21' })).toBe(1)
    expect(await all({ who: 'wan_' })).toBe(0)
  })

  it('gives nothing away that the law wants kept, and the rest only when told', async () => {
    const refused = await pruneAudit(database.db, { before: day('2026-05-23') }, today)
    expect(refused).toMatchObject({ refusals: [{ code: 'kept-by-law', article: 'cybersecurity-2025/23', facts: { from: '2026-05-22' } }] })
    expect(must(await pruneAudit(database.db, { before: day('2026-05-22') }, today))).toBe(1)
    expect(await all()).toBe(2)
    expect(codesOf(await pruneAudit(database.db, { before: day('2025-01-01') }, today))).toEqual([])
  })

  it('can be added to by the office’s login, but neither changed nor cut', async () => {
    await database.pool.query(await readFile(join(import.meta.dirname, '../../../../db/rights.sql'), 'utf8'))
    const client = new pg.Client({ connectionString: database.officeUrl })
    await client.connect()
    await client.query(`insert into access.audit (at, action, outcome) values (now(), 'x', 'done')`)
    for (const statement of [`update access.audit set outcome = 'done'`, 'delete from access.audit', 'truncate access.audit']) {
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' })
    }
    await client.end()
  })
})
