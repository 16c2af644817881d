// Leaving a leading group.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'

import { formLeadingGroup } from './put-leading-group.ts'
import { registerPerson } from './put-person.ts'
import { seatMember } from './seat-member.ts'
import { unseatMember } from './unseat-member.ts'
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

test('who has left stands on the page no more, and leaves once', async () => {
  const { id } = await database.transaction(async (tx) =>
    must(await seatMember(tx, county.keeper, group, { personId: person, seat: 'chair', validFrom: day('2022-04-01') })),
  )
  const leave = (lastDay: string) => database.transaction((tx) => unseatMember(tx, county.keeper, id, day(lastDay)))
  expect(codesOf(await leave('2022-03-31'))).toEqual(['dates-order'])
  must(await leave('2026-11-19'))
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({ leadingGroup: { members: [] } })
  expect(codesOf(await leave('2026-11-20'))).toEqual(['member-ended'])
})
