// Roles given and taken back, people who stand in for others, and who is found at a place.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { addDays, day } from '../../../kernel/day.ts'
import { actorBy, anAccount, anOffice, codesOf, must, start, startDay, units, type Cast } from '../fixtures.ts'
import type { Role } from '../law/permissions.ts'
import { accountsWhoMay } from '../queries/accounts-who-may.ts'
import { listGrants } from '../queries/list-grants.ts'
import { may } from '../rules/may.ts'
import { disableAccount } from './disable-account.ts'
import { endStandIn } from './end-stand-in.ts'
import { grantRole } from './grant-role.ts'
import { recordStandIn } from './record-stand-in.ts'
import { revokeRole } from './revoke-role.ts'

let database: FreshDatabase
let cast: Cast
beforeAll(async () => {
  database = await freshDatabase()
  cast = await anOffice(database.db)
})
afterAll(() => database.close())

const forGood = { sectionId: null, validFrom: startDay, validUntil: null }
const give = (accountId: string, role: Role, unitId: string, by = cast.security, rest: Partial<Parameters<typeof grantRole>[2]> = {}) =>
  grantRole(database.db, by, { accountId, role, unitId, ...forGood, ...rest })

describe('a role', () => {
  it('is given by the security administrator alone, and never to themselves', async () => {
    const accountId = await anAccount(database.db, cast, 'feng')
    for (const by of [cast.system, cast.audit]) expect(codesOf(await give(accountId, 'section-head', units.health, by))).toEqual(['not-allowed'])
    expect(codesOf(await give(cast.security.actor.accountId, 'security-administrator', units.health))).toEqual(['not-to-oneself'])
    must(await give(accountId, 'section-head', units.health))
    const chen = await actorBy(database.db, 'feng')
    expect(codesOf(await give(accountId, 'main-leader', units.health, chen))).toEqual(['not-allowed'])
  })

  it('keeps the three administrators apart from one another and from the business', async () => {
    const accountId = await anAccount(database.db, cast, 'chen', ['secrecy-reviewer', units.health])
    expect(codesOf(await give(accountId, 'audit-administrator', units.government))).toEqual(['administrator-has-no-business'])
    expect(codesOf(await give(cast.system.actor.accountId, 'audit-administrator', units.government))).toEqual(['administrator-has-one-right'])
    expect(codesOf(await give(cast.audit.actor.accountId, 'inspector', units.government))).toEqual(['administrator-has-no-business'])
  })

  it('tells all that is wrong with it at once', async () => {
    const accountId = await anAccount(database.db, cast, 'chu', ['section-head', units.education, units.schools])
    const wrong = await give(accountId, 'section-head', '00000000-0000-4000-8000-00000000ffff', cast.security, {
      validFrom: day('2026-12-01'),
      validUntil: day('2026-11-30'),
    })
    expect(codesOf(wrong)).toEqual(['unit-not-found', 'ends-before-it-begins'])
    expect(codesOf(await give(accountId, 'section-head', units.health, cast.security, { sectionId: units.schools }))).toEqual(['section-not-in-unit'])
    expect(codesOf(await give(accountId, 'section-head', units.government, cast.security, { sectionId: units.schools }))).toEqual(['section-not-in-unit'])
    expect(codesOf(await give(accountId, 'section-head', units.education, cast.security, { sectionId: units.schools }))).toEqual(['already-granted'])
    expect(codesOf(await give(units.health, 'section-head', units.health))).toEqual(['account-not-found'])
  })

  it('begins and ends with its days, and ends at once when it is taken back', async () => {
    const accountId = await anAccount(database.db, cast, 'wei')
    const { grantId } = must(
      await give(accountId, 'section-head', units.health, cast.security, { validFrom: day('2026-12-01'), validUntil: day('2026-12-31') }),
    )
    const holds = async (on: string): Promise<boolean> =>
      may((await actorBy(database.db, 'wei', start, day(on))).actor, 'edition.draft', { unitId: units.health }).ok
    expect([await holds('2026-11-30'), await holds('2026-12-01'), await holds('2026-12-31'), await holds('2027-01-01')]).toEqual([false, true, true, false])
    expect(codesOf(await revokeRole(database.db, cast.system, grantId))).toEqual(['not-found'])
    must(await revokeRole(database.db, cast.security, grantId))
    expect(await holds('2026-12-15')).toBe(false)
    expect(codesOf(await revokeRole(database.db, cast.security, grantId))).toEqual(['not-found'])
    const past = await listGrants(database.db, { accountId, past: true }, startDay, { offset: 0, limit: 10 })
    expect(past.rows).toMatchObject([{ grantId, roleTitle: '科室负责人', unitName: '县卫生健康局', current: false, grantedByName: '安全员' }])
    expect((await listGrants(database.db, { accountId }, startDay, { offset: 0, limit: 10 })).total).toBe(0)
  })

  it('of the last administrator of a kind stays', async () => {
    const { rows } = await listGrants(database.db, { role: 'system-administrator' }, startDay, { offset: 0, limit: 10 })
    expect(codesOf(await revokeRole(database.db, cast.security, rows[0]?.grantId ?? ''))).toEqual(['last-administrator'])
  })
})

describe('a stand-in', () => {
  const week = { validFrom: startDay, validUntil: addDays(startDay, 6), reason: '外出开会' }
  let leader: string
  let deputy: string
  beforeAll(async () => {
    leader = await anAccount(database.db, cast, 'leader', ['leader-in-charge', units.education])
    deputy = await anAccount(database.db, cast, 'deputy', ['section-head', units.education, units.exams])
  })

  it('has the posts of the absent person while it lasts, marked as theirs', async () => {
    const { standInId } = must(await recordStandIn(database.db, cast.security, { absentId: leader, standInId: deputy, ...week }))
    const signs = async (on = startDay) =>
      may((await actorBy(database.db, 'deputy', start, on)).actor, 'edition.sign', { unitId: units.education, sectionId: units.schools })
    expect(await signs()).toMatchObject({ ok: true, value: { role: 'leader-in-charge', onBehalfOf: leader } })
    expect((await signs(addDays(startDay, 7))).ok).toBe(false)
    expect(codesOf(await recordStandIn(database.db, cast.security, { absentId: leader, standInId: cast.system.actor.accountId, ...week }))).toEqual([
      'already-stood-in-for',
      'administrator-has-no-business',
    ])
    expect(codesOf(await endStandIn(database.db, cast.system, standInId))).toEqual(['not-found'])
    must(await endStandIn(database.db, cast.security, standInId))
    expect((await signs()).ok).toBe(false)
  })

  it('lends only the absent person’s own posts, not those they stand in for', async () => {
    const third = await anAccount(database.db, cast, 'third', ['inspector', units.government])
    const first = must(await recordStandIn(database.db, cast.security, { absentId: leader, standInId: deputy, ...week }))
    const second = must(await recordStandIn(database.db, cast.security, { absentId: deputy, standInId: third, ...week }))
    const { actor } = await actorBy(database.db, 'third')
    expect(may(actor, 'edition.section-review', { unitId: units.education, sectionId: units.exams }).ok).toBe(true)
    expect(may(actor, 'edition.sign', { unitId: units.education }).ok).toBe(false)
    for (const { standInId } of [first, second]) must(await endStandIn(database.db, cast.security, standInId))
  })

  it('is refused with every reason', async () => {
    const nobody = await anAccount(database.db, cast, 'idle')
    const record = (absentId: string, standInId: string, rest = week) => recordStandIn(database.db, cast.security, { absentId, standInId, ...rest })
    expect(codesOf(await record(leader, leader))).toEqual(['same-person'])
    expect(codesOf(await record(nobody, deputy, { ...week, validFrom: addDays(startDay, -9), validUntil: addDays(startDay, -1) }))).toEqual(
      ['ends-in-the-past', 'nothing-to-stand-in-for'].toReversed(),
    )
    expect(codesOf(await record(leader, deputy, { ...week, validUntil: addDays(startDay, -1) }))).toEqual(['ends-before-it-begins'])
    expect(codesOf(await record(leader, cast.security.actor.accountId))).toEqual(['not-to-oneself', 'administrator-has-no-business'])
  })

  it('of an administrator is no other administrator and nobody of the business', async () => {
    const record = (absentId: string, standInId: string) => recordStandIn(database.db, cast.security, { absentId, standInId, ...week })
    expect(codesOf(await record(cast.audit.actor.accountId, cast.system.actor.accountId))).toEqual(['administrator-has-one-right'])
    expect(codesOf(await record(cast.audit.actor.accountId, deputy))).toEqual(['administrator-has-no-business'])
    const fresh = await anAccount(database.db, cast, 'fresh')
    must(await record(cast.audit.actor.accountId, fresh))
    expect(codesOf(await give(fresh, 'section-head', units.health))).toEqual(['administrator-has-no-business'])
  })

  it('is recorded by a disclosure office only for people of its own units', async () => {
    await anAccount(database.db, cast, 'office', ['disclosure-office', units.education])
    const office = await actorBy(database.db, 'office')
    const stranger = await anAccount(database.db, cast, 'stranger', ['leader-in-charge', units.health])
    expect(codesOf(await recordStandIn(database.db, office, { absentId: stranger, standInId: deputy, ...week }))).toEqual(['not-allowed'])
    expect(codesOf(await recordStandIn(database.db, office, { absentId: leader, standInId: office.actor.accountId, ...week }))).toEqual(['not-to-oneself'])
    const { standInId } = must(await recordStandIn(database.db, office, { absentId: leader, standInId: deputy, ...week }))
    must(await endStandIn(database.db, office, standInId))
  })
})

describe('who is found at a place', () => {
  const names = (rows: readonly { name: string }[]): string[] => rows.map((row) => row.name)

  it('is whoever may act there, as the action itself would judge', async () => {
    await anAccount(database.db, cast, 'hall', ['information-officer', units.education, units.schools])
    await anAccount(database.db, cast, 'mayor-office', ['disclosure-office', units.government])
    const schools = { unitId: units.education, sectionId: units.schools }
    const exams = { unitId: units.education, sectionId: units.exams }
    expect(names(await accountsWhoMay(database.db, 'import.run', schools, startDay))).toEqual(['姓名hall', '姓名mayor-office', '姓名office'])
    expect(names(await accountsWhoMay(database.db, 'import.run', exams, startDay))).toEqual(['姓名mayor-office', '姓名office'])
    expect(names(await accountsWhoMay(database.db, 'edition.sign', schools, startDay))).toEqual(['姓名leader'])
    expect(names(await accountsWhoMay(database.db, 'edition.section-review', schools, startDay))).toEqual(['姓名chu'])
    expect(names(await accountsWhoMay(database.db, 'edition.confirm', { unitId: units.health, askedUnitIds: [units.education] }, startDay))).toEqual([
      '姓名chu',
      '姓名deputy',
      '姓名hall',
      '姓名leader',
    ])
  })

  it('is not whoever has left', async () => {
    must(await disableAccount(database.db, cast.system, (await actorBy(database.db, 'hall')).actor.accountId))
    const left = await accountsWhoMay(database.db, 'import.run', { unitId: units.education, sectionId: units.schools }, startDay)
    expect(names(left)).not.toContain('姓名hall')
  })
})
