// Setting up units.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { actorOf, grantRole } from '../../access/index.ts'
import { aUnit, as, codesOf, faceOf, grant, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { historyOf } from '../queries/history.ts'
import { createUnit } from './create-unit.ts'

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
})
afterAll(() => database.close())

const from = day('2026-11-01')

test('a new unit is public at once, under the code above it, and its founding is on record', async () => {
  const made = await database.transaction(async (tx) =>
    must(await createUnit(tx, county.keeper, { kind: 'village', facts: aUnit({ name: '渡口村', parentId: county.town }), validFrom: from })),
  )
  expect((await faceOf(database.db, made.id))?.name).toBe('渡口村')
  const history = await historyOf(database.db, made.id, { limit: 10, offset: 0 })
  expect(history.rows.map((row) => [row.stepTitle, row.by, row.summary])).toEqual([
    ['设立机构', '程立', '名称：渡口村；类别：村；上级：河口镇人民政府；设立日期：2026-11-01'],
  ])
})

test('whoever is granted a role above a unit reaches it and all below', async () => {
  const actor = await database.transaction(async (tx) => {
    const security = as(county.keeper.actor.accountId, '罗晓静', grant('security-administrator', ''))
    must(
      await grantRole(tx, security, {
        accountId: county.officer.actor.accountId,
        role: 'disclosure-office',
        unitId: county.government,
        sectionId: null,
        validFrom: from,
        validUntil: null,
      }),
    )
    return actorOf(tx, { accountId: county.officer.actor.accountId }, county.keeper.today)
  })
  expect(actor?.grants[0]?.reach).toEqual(expect.arrayContaining([county.government, county.bureau, county.office, county.town]))
})

test('a section without a path word is given one after its bureau, and has no page of its own', async () => {
  const made = await database.transaction(async (tx) =>
    must(await createUnit(tx, county.keeper, { kind: 'section', facts: aUnit({ name: '基础教育科', parentId: county.bureau }), validFrom: from })),
  )
  expect(await faceOf(database.db, made.id)).toBeUndefined()
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({ sections: [{ name: '办公室' }, { name: '基础教育科' }] })
})

test('a wrong place is refused, a wrong check character only warned of', async () => {
  const refused = await database.transaction((tx) =>
    createUnit(tx, county.keeper, { kind: 'village', facts: aUnit({ name: '石门村', parentId: county.government }), validFrom: from }),
  )
  expect(codesOf(refused)).toEqual(['parent-kind'])
  const warned = await database.transaction(async (tx) =>
    must(
      await createUnit(tx, county.keeper, {
        kind: 'town',
        facts: aUnit({ name: '石泉镇人民政府', parentId: county.government, organizationCode: '62070003-6' }),
        validFrom: from,
      }),
    ),
  )
  expect(warned.warnings.map((warning) => warning.field)).toEqual(['organizationCode'])
})

test('an information officer sets up nothing, and nobody below the top makes a unit without a superior', async () => {
  const set = (by: SmallCounty['keeper'], parentId: string | null) =>
    database.transaction((tx) => createUnit(tx, by, { kind: 'department', facts: aUnit({ name: '县统计局', parentId }), validFrom: from }))
  expect(codesOf(await set(county.officer, county.government))).toEqual(['not-allowed'])
  expect(
    codesOf(await set(as(county.officer.actor.accountId, '林知夏', grant('disclosure-office', county.government, [county.government, county.bureau])), null)),
  ).toEqual(['not-allowed'])
})
