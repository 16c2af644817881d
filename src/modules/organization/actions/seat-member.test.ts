// Who sits in a leading group.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { leadingGroupsOn } from '../queries/leading-groups.ts'
import { formLeadingGroup } from './put-leading-group.ts'
import { registerPerson } from './put-person.ts'
import { seatMember } from './seat-member.ts'

let database: FreshDatabase
let county: SmallCounty
let group: string
let person: string
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const post = { unitId: county.bureau, sectionId: null, title: '局长', isLeader: true, rank: 1, duties: '', validFrom: day('2022-01-04') }
  await database.transaction(async (tx) => {
    person = must(await registerPerson(tx, county.keeper, { name: '陈可为', accountId: null, officePhone: '', email: '' }, post)).id
    group = must(
      await formLeadingGroup(tx, county.keeper, county.bureau, { name: '政务公开领导小组', officeSection: '办公室', validFrom: day('2022-03-01') }),
    ).id
  })
})
afterAll(() => database.close())

const seat = (by: SmallCounty['keeper'], from: string) =>
  database.transaction((tx) => seatMember(tx, by, group, { personId: person, seat: 'chair', validFrom: day(from) }))

test('a seat begins on its day, with the title that its holder has then', async () => {
  must(await seat(county.keeper, '2022-04-01'))
  expect((await leadingGroupsOn(database.db, county.bureau, day('2022-03-31')))[0]?.members).toEqual([])
  expect((await leadingGroupsOn(database.db, county.bureau, day('2022-04-01')))[0]?.members).toMatchObject([
    { personName: '陈可为', seat: 'chair', postTitle: '局长' },
  ])
})

test('nobody takes a seat twice, nor before the group was formed; a stranger does not find it', async () => {
  expect(codesOf(await seat(county.keeper, '2023-01-03'))).toEqual(['already-seated'])
  expect(codesOf(await seat(county.keeper, '2022-02-28'))).toEqual(['group-not-in-force', 'already-seated'])
  expect(codesOf(await seat(county.stranger, '2023-01-03'))).toEqual(['not-found'])
})
