// Who answers for disclosure.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { responsiblePeople } from '../queries/responsible-people.ts'
import { nameResponsiblePerson } from './name-responsible-person.ts'
import { registerPerson } from './put-person.ts'

let database: FreshDatabase
let county: SmallCounty
let [mayor, head] = ['', '']
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  await database.transaction(async (tx) => {
    const register = async (name: string, unitId: string, title: string): Promise<string> =>
      must(
        await registerPerson(
          tx,
          county.keeper,
          { name, accountId: null, officePhone: '0960-5021001', email: '' },
          { unitId, sectionId: null, title, isLeader: true, rank: 1, duties: '', validFrom: day('2021-01-04') },
        ),
      ).id
    mayor = await register('沈怀远', county.government, '县长')
    head = await register('陈可为', county.bureau, '局长')
  })
})
afterAll(() => database.close())

const name = (by: SmallCounty['keeper'], unitId: string, personId: string, from: string) =>
  database.transaction((tx) => nameResponsiblePerson(tx, by, { unitId, personId, contactId: null, contactPhone: '0960-5022130', validFrom: day(from) }))
const named = async (on: string): Promise<string[]> =>
  (await responsiblePeople(database.db, { on: day(on) })).rows.map((row) => `${row.unitName} ${row.personName} ${row.personTitle}`)

test('the next one takes over on their day; the register of an earlier day names the one of then', async () => {
  must(await name(county.keeper, county.bureau, mayor, '2021-02-01'))
  must(await name(county.keeper, county.bureau, head, '2024-02-01'))
  expect(await named('2024-01-31')).toEqual(['青岚县教育局 沈怀远 县长'])
  expect(await named('2024-02-01')).toEqual(['青岚县教育局 陈可为 局长'])
})

test('they have a post in the unit or above it, and come after the one before', async () => {
  expect(codesOf(await name(county.keeper, county.town, head, '2024-02-01'))).toEqual(['person-without-post'])
  expect(codesOf(await name(county.keeper, county.bureau, head, '2023-02-01'))).toEqual(['dates-order'])
  expect(codesOf(await name(county.officer, county.bureau, head, '2025-02-03'))).toEqual(['not-allowed'])
})
