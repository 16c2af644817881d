// Correcting a post.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { changePost } from './change-post.ts'
import { endPost } from './end-post.ts'
import { registerPerson } from './put-person.ts'

let database: FreshDatabase
let county: SmallCounty
let post: string
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const words = { unitId: county.bureau, sectionId: null, title: '副局长', isLeader: true, rank: 2, duties: '', validFrom: day('2023-06-01') }
  post = await database.transaction(
    async (tx) => must(await registerPerson(tx, county.keeper, { name: '高原', accountId: null, officePhone: '', email: '' }, words)).postId,
  )
})
afterAll(() => database.close())

const change = (by: SmallCounty['keeper'], from = '2023-06-01') =>
  database.transaction((tx) => changePost(tx, by, post, { title: '副局长', isLeader: true, rank: 2, duties: '分管基础教育', validFrom: day(from) }))

test('the division of work is public at once', async () => {
  must(await change(county.keeper))
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({ leaders: [{ name: '高原', duties: '分管基础教育' }] })
})

test('a stranger does not find it, and a post that is over is left as it was', async () => {
  expect(codesOf(await change(county.stranger))).toEqual(['not-found'])
  must(await database.transaction((tx) => endPost(tx, county.keeper, post, day('2026-10-31'))))
  expect(codesOf(await change(county.keeper))).toEqual(['post-ended'])
})
