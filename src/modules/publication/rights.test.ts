// The door under the logins of use: the office publishes and withdraws, the portal finds and verifies, and neither does more.
import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { linkRegister } from './actions/link-register.ts'
import { withdraw } from './actions/withdraw.ts'
import { anItem, publishItem, valueOf } from './fixtures.ts'
import { search, verifyRegister } from './index.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const at = new Date('2026-11-22T04:15:00Z')
let owner: FreshDatabase
let office: Database
let portal: Database

beforeAll(async () => {
  owner = await freshDatabase()
  office = openDatabase({ url: owner.officeUrl, name: 'test office', poolSize: 2 })
  portal = openDatabase({ url: owner.portalUrl, name: 'test portal', poolSize: 2 })
})
afterAll(async () => {
  await Promise.all([office.close(), portal.close()])
  await owner.close()
})

describe('the office', () => {
  it('publishes, revises and withdraws', async () => {
    const item = anItem({ title: '云溪镇桃花节公告' })
    valueOf(await publishItem(office, item, at))
    valueOf(await publishItem(office, { ...item, changeNote: '更正' }, at))
    const other = anItem()
    valueOf(await publishItem(office, other, at))
    expect(await office.transaction((tx) => withdraw(tx, { documentId: other.documentId, reason: 'duplicate', at }))).toMatchObject({ ok: true })
  })

  it.each([
    ['change an entry', sql`update publication.register_entry set revision = 9`],
    ['delete an entry', sql`delete from publication.register_entry`],
    ['forge a link', sql`insert into publication.register_link select 1, 1, '', '', now()`],
    ['forge a checkpoint', sql`update publication.checkpoint set signature = ''`],
  ])('cannot %s', async (_what, statement) => {
    await expect(statement.execute(office.db)).rejects.toThrow(/permission denied/)
  })
})

describe('the portal', () => {
  it('searches, and verifies the register', async () => {
    await owner.transaction((tx) => linkRegister(tx, { key: privateKey, now: at, signAll: true }))
    expect((await search(portal.db, { text: '桃花节' })).total).toBe(1)
    expect(await verifyRegister(portal.db, publicKey)).toMatchObject({ fault: undefined, linked: 4 })
  })

  it.each([
    ['write', sql`update publication.document set title = 'x'`],
    ['delete', sql`delete from publication.document`],
    ['take a number', sql`insert into publication.index_serial values ('000014349', 2026, 1)`],
  ])('cannot %s', async (_what, statement) => {
    await expect(statement.execute(portal.db)).rejects.toThrow(/permission denied/)
  })
})
