// Registering people, and changing what is written about them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { personByAccount } from '../queries/people.ts'
import type { PersonFacts } from '../store/people.ts'
import { putPerson, registerPerson } from './put-person.ts'

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
})
afterAll(() => database.close())

const post = () => ({ unitId: county.bureau, sectionId: null, title: '副局长', isLeader: true, rank: 2, duties: '', validFrom: day('2023-06-01') })
const lin = (change: Partial<PersonFacts> = {}): PersonFacts => ({
  name: '林知夏',
  accountId: county.officer.actor.accountId,
  officePhone: '',
  email: '',
  ...change,
})
const register = (by: SmallCounty['keeper'], person: PersonFacts) => database.transaction((tx) => registerPerson(tx, by, person, post()))

test('a leader who is registered stands on the unit’s page, and under their new name after a change', async () => {
  const { id } = must(await register(county.keeper, lin()))
  expect((await personByAccount(database.db, county.officer.actor.accountId))?.id).toBe(id)
  must(await database.transaction((tx) => putPerson(tx, county.keeper, id, lin({ name: '林之夏', officePhone: '0960-5022133' }))))
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({ leaders: [{ name: '林之夏', post: '副局长' }] })
})

test('an account belongs to one person only, and must exist', async () => {
  expect(codesOf(await register(county.keeper, lin({ name: '高原' })))).toEqual(['account-taken'])
  expect(codesOf(await register(county.keeper, lin({ accountId: '00000000-0000-4000-8000-000000000001' })))).toEqual(['account-unknown'])
})

test('only who manages the unit may', async () => {
  expect(codesOf(await register(county.officer, lin({ accountId: null })))).toEqual(['not-allowed'])
  expect(codesOf(await register(county.stranger, lin({ accountId: null })))).toEqual(['not-found'])
  const known = await personByAccount(database.db, county.officer.actor.accountId)
  expect(codesOf(await database.transaction((tx) => putPerson(tx, county.stranger, known!.id, lin())))).toEqual(['not-found'])
})
