// Several posts of one person; how a post is corrected and ended.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { personById } from '../queries/people.ts'
import { givePost } from './give-post.ts'
import { registerPerson } from './put-person.ts'

let database: FreshDatabase
let county: SmallCounty
let person: string
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const post = { unitId: county.bureau, sectionId: null, title: '副局长', isLeader: true, rank: 2, duties: '', validFrom: day('2023-06-01') }
  person = await database.transaction(
    async (tx) => must(await registerPerson(tx, county.keeper, { name: '高原', accountId: null, officePhone: '', email: '' }, post)).id,
  )
})
afterAll(() => database.close())

const give = (by: SmallCounty['keeper'], title: string, sectionId: string | null, from = '2024-02-01') =>
  database.transaction((tx) => givePost(tx, by, person, { unitId: county.bureau, sectionId, title, isLeader: true, rank: 3, duties: '', validFrom: day(from) }))

test('somebody may hold several posts', async () => {
  must(await give(county.keeper, '办公室主任', county.office))
  expect((await personById(database.db, person))?.posts.map((post) => post.title)).toEqual(['副局长', '办公室主任'])
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({ leaders: [{ post: '副局长' }, { post: '办公室主任' }] })
})

test('but not the same one twice, nor one before its unit began', async () => {
  expect(codesOf(await give(county.keeper, '副局长', null))).toEqual(['same-post'])
  expect(codesOf(await give(county.keeper, '局长', null, '2019-01-01'))).toEqual(['unit-not-in-force'])
})

test('only who manages the unit gives posts in it', async () => {
  expect(codesOf(await give(county.officer, '局长', null))).toEqual(['not-allowed'])
})
