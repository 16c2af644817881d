// The public face of a unit.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { nameResponsiblePerson } from './name-responsible-person.ts'
import { formLeadingGroup } from './put-leading-group.ts'
import { registerPerson } from './put-person.ts'
import { seatMember } from './seat-member.ts'
import { showUnit } from './show-unit.ts'

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
})
afterAll(() => database.close())

test('leaders, leading group and responsible person stand on the unit’s page as they are on the day', async () => {
  await database.transaction(async (tx) => {
    const post = { unitId: county.bureau, sectionId: null, title: '局长', isLeader: true, rank: 1, duties: '主持全面工作', validFrom: day('2022-03-01') }
    const { id: head } = must(await registerPerson(tx, county.keeper, { name: '陈可为', accountId: null, officePhone: '0960-5022131', email: '' }, post))
    const { id: clerk } = must(
      await registerPerson(
        tx,
        county.keeper,
        { name: '林知夏', accountId: null, officePhone: '0960-5022132', email: '' },
        { ...post, sectionId: county.office, title: '科员', isLeader: false },
      ),
    )
    const { id: group } = must(
      await formLeadingGroup(tx, county.keeper, county.bureau, { name: '县教育局政务公开领导小组', officeSection: '局办公室', validFrom: day('2022-03-01') }),
    )
    must(await seatMember(tx, county.keeper, group, { personId: head, seat: 'chair', validFrom: day('2022-03-01') }))
    must(await seatMember(tx, county.keeper, group, { personId: clerk, seat: 'office-head', validFrom: day('2022-03-01') }))
    must(
      await nameResponsiblePerson(tx, county.keeper, {
        unitId: county.bureau,
        personId: head,
        contactId: clerk,
        contactPhone: '',
        validFrom: day('2022-03-01'),
      }),
    )
  })
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({
    leaders: [{ name: '陈可为', post: '局长', duties: '主持全面工作' }],
    leadingGroup: { name: '县教育局政务公开领导小组', members: [{ role: '组长', name: '陈可为', post: '局长' }], office: { name: '局办公室', head: '林知夏' } },
    responsiblePerson: { name: '陈可为', post: '局长', contact: '林知夏', telephone: '0960-5022132' },
  })
})

test('on a day before they took office the page is bare', async () => {
  await database.transaction((tx) => showUnit(tx, county.bureau, { at: county.keeper.at, today: day('2022-02-28') }))
  expect((await faceOf(database.db, county.bureau))?.profile).toMatchObject({ leaders: [], leadingGroup: null, responsiblePerson: null })
})
