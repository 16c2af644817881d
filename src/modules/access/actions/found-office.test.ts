// A new office begins with three administrators, once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { actorBy, codesOf, must, password, start, startDay, units } from '../fixtures.ts'
import { actorOf } from '../queries/actor-of.ts'
import { foundOffice } from './found-office.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const founders = {
  unitId: units.government,
  administrators: { system: { login: 'xitong', name: '甲' }, security: { login: 'anquan', name: '乙', password }, audit: { login: 'shenji', name: '丙' } },
}
const now = { at: start, today: startDay }

describe('founding an office', () => {
  it('needs three logins, and passwords that are good enough', async () => {
    const { administrators } = founders
    const same = { ...founders, administrators: { ...administrators, audit: { login: 'xitong', name: '丙' } } }
    const weak = { ...founders, administrators: { ...administrators, audit: { login: 'shenji', name: '丙', password: '12345678' } } }
    const attempt = (one: typeof founders) =>
      database
        .transaction(async (tx) => {
          const ruling = await foundOffice(tx, one, now)
          throw ruling
        })
        .catch((ruling: unknown) => ruling)
    expect(await attempt(same)).toMatchObject({ refusals: [{ code: 'founders-same-login' }] })
    expect(await attempt(weak)).toMatchObject({ refusals: [{ code: 'password-too-simple', field: 'audit.next' }] })
  })

  it('gives each of the three one right, tells first passwords once, and does it once', async () => {
    const founded = must(await foundOffice(database.db, founders, now))
    expect(founded.system.firstPassword).toHaveLength(12)
    expect(founded.security.firstPassword).toBe(password)
    expect((await actorBy(database.db, 'xitong')).actor.grants).toEqual([
      { role: 'system-administrator', unitId: units.government, sectionId: null, onBehalfOf: null, reach: [units.government] },
    ])
    expect((await actorOf(database.db, { accountId: founded.audit.accountId }, startDay))?.grants[0]?.role).toBe('audit-administrator')
    expect(codesOf(await foundOffice(database.db, founders, now))).toEqual(['already-founded'])
  })
})
