// Forming and changing a leading group; who sits in it, and how seats and group end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { formLeadingGroup, putLeadingGroup } from './put-leading-group.ts'

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
})
afterAll(() => database.close())

const form = (by: SmallCounty['keeper'], from: string) =>
  database.transaction((tx) => formLeadingGroup(tx, by, county.bureau, { name: '政务公开工作领导小组', officeSection: '办公室', validFrom: day(from) }))

test('a group is public when it is formed, and under its new name after a change', async () => {
  const { id } = must(await form(county.keeper, '2022-03-01'))
  must(
    await database.transaction((tx) =>
      putLeadingGroup(tx, county.keeper, id, { name: '政务公开领导小组', officeSection: '局办公室', validFrom: day('2022-03-01') }),
    ),
  )
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({ leadingGroup: { name: '政务公开领导小组', office: { name: '局办公室' } } })
})

test('not before the unit was there, and not by anybody', async () => {
  expect(codesOf(await form(county.keeper, '2018-03-01'))).toEqual(['unit-not-in-force'])
  expect(codesOf(await form(county.officer, '2022-03-01'))).toEqual(['not-allowed'])
})
