// Ending a post.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { people } from '../queries/people.ts'
import { endPost } from './end-post.ts'
import { registerPerson } from './put-person.ts'

let database: FreshDatabase
let county: SmallCounty
let post: string
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const words = { unitId: county.bureau, sectionId: null, title: '局长', isLeader: true, rank: 1, duties: '', validFrom: day('2023-06-01') }
  post = await database.transaction(
    async (tx) => must(await registerPerson(tx, county.keeper, { name: '高原', accountId: null, officePhone: '', email: '' }, words)).postId,
  )
})
afterAll(() => database.close())

const end = (by: SmallCounty['keeper'], lastDay: string) => database.transaction((tx) => endPost(tx, by, post, day(lastDay)))

test('a post does not end before it began', async () => {
  expect(codesOf(await end(county.keeper, '2023-05-31'))).toEqual(['dates-order'])
})

test('whose post has ended leaves the page and the list, and stays among the former', async () => {
  must(await end(county.keeper, '2026-11-19'))
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({ leaders: [] })
  const list = (former: boolean) =>
    people(database.db, {
      reach: { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] },
      on: day('2026-11-20'),
      former,
      sort: 'unit',
      limit: 20,
      offset: 0,
    })
  expect((await list(false)).total).toBe(0)
  expect((await list(true)).rows).toMatchObject([{ name: '高原', posts: [{ title: '局长', validUntil: '2026-11-19' }] }])
})

test('it ends once', async () => {
  expect(codesOf(await end(county.keeper, '2026-11-20'))).toEqual(['post-ended'])
})
