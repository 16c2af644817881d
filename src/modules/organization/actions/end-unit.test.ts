// How units end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { aUnit, codesOf, faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { postsOn } from '../queries/posts.ts'
import { unitByName, unitTree } from '../queries/units.ts'
import { createUnit } from './create-unit.ts'
import { endUnit, type UnitEnd } from './end-unit.ts'
import { registerPerson } from './put-person.ts'

let database: FreshDatabase
let county: SmallCounty
let sports: string
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  sports = await database.transaction(async (tx) => {
    const made = must(
      await createUnit(tx, county.keeper, {
        kind: 'department',
        facts: aUnit({ name: '青岚县教育和体育局', slug: 'jytyj', parentId: county.government }),
        validFrom: day('2026-12-01'),
      }),
    ).id
    const head = { unitId: county.bureau, sectionId: county.office, title: '办公室主任', isLeader: false, rank: 9, duties: '', validFrom: day('2021-05-10') }
    must(await registerPerson(tx, county.keeper, { name: '高原', accountId: null, officePhone: '', email: '' }, head))
    return made
  })
})
afterAll(() => database.close())

const end = (change: Partial<UnitEnd>) =>
  database.transaction((tx) =>
    endUnit(tx, county.keeper, {
      unitId: county.bureau,
      version: 1,
      kind: 'abolished',
      lastDay: day('2026-11-30'),
      successorIds: [],
      note: '',
      handOver: true,
      ...change,
    }),
  )

test('a unit with people and sections cannot simply be abolished', async () => {
  expect(codesOf(await end({}))).toEqual(['still-people', 'still-units'])
})

test('merged into another, its sections and people go over, its records stay, and the public is led on', async () => {
  must(await end({ kind: 'merged', successorIds: [sports], note: '机构改革' }))
  const sectionOn = async (on: string): Promise<string | null | undefined> =>
    (await unitTree(database.db, { asOf: day(on) })).find((unit) => unit.id === county.office)?.parentId
  expect(await sectionOn('2026-11-30')).toBe(county.bureau)
  expect(await sectionOn('2026-12-01')).toBe(sports)
  expect(await postsOn(database.db, county.bureau, day('2026-12-01'))).toEqual([])
  expect(await postsOn(database.db, sports, day('2026-12-01'))).toMatchObject([
    { personName: '高原', title: '办公室主任', sectionId: county.office, validFrom: '2026-12-01' },
  ])
  expect(await faceOf(database.db, county.bureau)).toMatchObject({ name: '青岚县教育局', successor_id: sports, valid_until: '2026-11-30' })
  expect(await unitByName(database.db, '青岚县教育局')).toBeUndefined()
})

test('it ends once', async () => {
  expect(codesOf(await end({ version: 2 }))).toEqual(['unit-ended'])
})
