import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { inbox, unreadCount } from '../queries/inbox.ts'
import { markRead } from '../store/notices.ts'
import { notify } from './notify.ts'

const [lin, wu] = ['7b0c6c1e-5d5a-4e65-9b9e-2f4a3a1f0011', '7b0c6c1e-5d5a-4e65-9b9e-2f4a3a1f0012']
const at = new Date('2026-11-22T08:00:00Z')
const everything = { unread: false, oldestFirst: false, limit: 20, offset: 0 }

describe('the inbox', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
    for (const [id, login] of [
      [lin, 'lin'],
      [wu, 'wu'],
    ]) {
      await sql`insert into access.account (id, login, name, password_hash, password_set_at, created_at) values (${id}, ${login}, ${login}, 'x', ${at}, ${at})`.execute(
        database.db,
      )
    }
    await notify(database.db, { accountIds: [lin, wu, lin], kind: 'task', title: '请审核：关于防汛的通知', link: '/editions/1', at })
  })
  afterAll(() => database.close())

  it('tells each person once, however often they are named', async () => {
    expect(await unreadCount(database.db, lin)).toBe(1)
    expect(await unreadCount(database.db, wu)).toBe(1)
  })

  it('holds nothing where nobody is named', async () => {
    await notify(database.db, { accountIds: [], kind: 'task', title: 'x', link: '/', at })
    expect((await inbox(database.db, lin, everything)).total).toBe(1)
  })

  it('finds notices by their words', async () => {
    expect((await inbox(database.db, lin, { ...everything, q: '防汛' })).total).toBe(1)
    expect((await inbox(database.db, lin, { ...everything, q: '抗旱' })).total).toBe(0)
  })

  it('marks only what belongs to the person who reads', async () => {
    await markRead(database.db, lin, undefined, at)
    expect(await unreadCount(database.db, lin)).toBe(0)
    expect(await unreadCount(database.db, wu)).toBe(1)
    const [notice] = (await inbox(database.db, wu, { ...everything, unread: true })).rows
    await markRead(database.db, lin, [notice!.noticeId], at)
    expect(await unreadCount(database.db, wu)).toBe(1)
  })
})
