// The office routes of this module answer in the shapes that they promise, as far as the caller may see.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import type { Contract } from '../../../kernel/contract.ts'
import { day } from '../../../kernel/day.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import type { Call } from '../../../platform/http/routes.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { By } from '../../access/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import * as contracts from './contract.ts'
import { organizationRoutes } from './office.ts'

let database: FreshDatabase
let county: SmallCounty
let person: string
const clock = standingClock(new Date('2026-11-20T02:00:00Z'), 'Asia/Shanghai')

interface Asked {
  readonly params?: object
  readonly query?: object
  readonly body?: object
}

/** Calls a route as the server does: parsed on the way in, and parsed by its contract on the way out. */
async function call(contract: Contract, by: By, asked: Asked = {}): Promise<Ruling<unknown>> {
  const route = organizationRoutes.find((one) => one.contract === contract)
  if (!route) throw new Error(`no route for ${contract.path}`)
  const parsed = (schema: ZodType | undefined, value: object = {}): unknown => schema?.parse(value)
  return database.transaction(async (tx) => {
    const parts = {
      params: parsed(contract.params, asked.params),
      query: parsed(contract.query, asked.query),
      body: parsed(contract.body, asked.body),
      actor: by.actor,
      tx,
      clock,
      audit: () => {},
    }
    const ruling = await route.handle(parts as unknown as Call<Contract>)
    if (ruling.ok && contract.answer !== 'file') contract.answer.parse(ruling.value)
    return ruling
  })
}

const rowsOf = (ruling: Ruling<unknown>): Record<string, unknown>[] => (must(ruling) as { rows: Record<string, unknown>[] }).rows
const textOf = (ruling: Ruling<unknown>): string => (must(ruling) as { body: string }).body

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const post = { unitId: county.bureau, title: '局长', isLeader: true, rank: 1, validFrom: '2022-01-04' }
  person = (must(await call(contracts.postPerson, county.keeper, { body: { name: '陈可为', officePhone: '0960-5022131', post } })) as { id: string }).id
})
afterAll(() => database.close())

describe('units', () => {
  test('the tree reaches as far as the caller: everything, or the own bureau with its sections', async () => {
    expect(rowsOf(await call(contracts.getUnits, county.keeper)).map((row) => row['name'])).toEqual(
      expect.arrayContaining(['青岚县人民政府', '青岚县教育局', '办公室', '河口镇人民政府']),
    )
    expect(rowsOf(await call(contracts.getUnits, county.officer)).map((row) => [row['name'], row['mayManage']])).toEqual(
      expect.arrayContaining([
        ['青岚县教育局', false],
        ['办公室', false],
      ]),
    )
    expect(rowsOf(await call(contracts.getUnits, county.officer))).toHaveLength(2)
    expect(rowsOf(await call(contracts.getUnits, county.keeper, { query: { asOf: '2019-03-14' } }))).toEqual([])
    expect(rowsOf(await call(contracts.getUnitNames, county.stranger, { query: { q: '教育' } }))).toHaveLength(1)
  })

  test('one unit with all that belongs to it; for a stranger it does not exist', async () => {
    expect(must(await call(contracts.getUnit, county.officer, { params: { unitId: county.bureau } }))).toMatchObject({
      name: '青岚县教育局',
      frontCode: 'MBQL09012',
      posts: [{ personName: '陈可为' }],
      mayManage: false,
    })
    expect(codesOf(await call(contracts.getUnit, county.stranger, { params: { unitId: county.bureau } }))).toEqual(['not-found'])
    expect(codesOf(await call(contracts.getUnitHistory, county.stranger, { params: { unitId: county.bureau } }))).toEqual(['not-found'])
  })

  test('set up, changed and ended, with its history', async () => {
    const made = must(
      await call(contracts.postUnit, county.keeper, {
        body: { kind: 'department', parentId: county.government, name: '青岚县统计局', validFrom: '2020-01-02' },
      }),
    ) as { id: string }
    const params = { unitId: made.id }
    expect(
      must(
        await call(contracts.putUnit, county.keeper, {
          params,
          body: { version: 1, parentId: county.government, name: '青岚县统计和调查局', changedOn: '2021-01-04' },
        }),
      ),
    ).toMatchObject({ version: 2 })
    must(
      await call(contracts.putUnitEnd, county.keeper, { params, body: { version: 2, kind: 'merged', lastDay: '2026-10-30', successorIds: [county.bureau] } }),
    )
    expect(must(await call(contracts.getUnit, county.keeper, { params, query: { asOf: '2020-06-01' } }))).toMatchObject({
      name: '青岚县统计局',
      successors: [{ name: '青岚县教育局', kind: 'merged' }],
    })
    expect(rowsOf(await call(contracts.getUnitHistory, county.keeper, { params })).map((row) => row['stepTitle'])).toEqual([
      '撤并机构',
      '变更机构信息',
      '设立机构',
    ])
    expect(rowsOf(await call(contracts.getUnits, county.keeper, { query: { ended: 'true' } })).map((row) => row['name'])).toContain('青岚县统计和调查局')
  })
})

describe('people', () => {
  test('lists and exports answer by the same reach', async () => {
    expect(rowsOf(await call(contracts.getPeople, county.officer))).toMatchObject([{ name: '陈可为', mayManage: false }])
    expect(rowsOf(await call(contracts.getPeople, county.stranger))).toEqual([])
    expect(textOf(await call(contracts.getPeopleCsv, county.officer))).toContain('陈可为,青岚县教育局,,局长,是,0960-5022131')
    expect(textOf(await call(contracts.getPeopleCsv, county.stranger))).not.toContain('陈可为')
    expect(textOf(await call(contracts.getUnitsCsv, county.stranger))).not.toContain('教育局')
  })

  test('changed, given posts, and relieved of them', async () => {
    must(await call(contracts.putPerson, county.keeper, { params: { personId: person }, body: { name: '陈可为', officePhone: '0960-5022132' } }))
    const { id } = must(
      await call(contracts.postPost, county.keeper, {
        params: { personId: person },
        body: { unitId: county.bureau, sectionId: county.office, title: '办公室主任', validFrom: '2023-01-03' },
      }),
    ) as { id: string }
    must(await call(contracts.putPost, county.keeper, { params: { postId: id }, body: { title: '办公室主任（兼）', validFrom: '2023-01-03' } }))
    must(await call(contracts.putPostEnd, county.keeper, { params: { postId: id }, body: { lastDay: '2024-12-31' } }))
    expect(rowsOf(await call(contracts.getPeople, county.keeper, { query: { former: 'true', sort: '-name' } }))).toMatchObject([
      { posts: [{ title: '办公室主任（兼）' }, { title: '局长' }] },
    ])
  })
})

describe('leading groups and responsible persons', () => {
  test('formed, seated, left, dissolved', async () => {
    const { id: groupId } = must(
      await call(contracts.postLeadingGroup, county.keeper, { params: { unitId: county.bureau }, body: { name: '政务公开领导小组', validFrom: '2022-03-01' } }),
    ) as { id: string }
    must(
      await call(contracts.putLeadingGroup, county.keeper, {
        params: { groupId },
        body: { name: '政务公开工作领导小组', officeSection: '办公室', validFrom: '2022-03-01' },
      }),
    )
    const { id: memberId } = must(
      await call(contracts.postMember, county.keeper, { params: { groupId }, body: { personId: person, seat: 'chair', validFrom: '2022-03-01' } }),
    ) as { id: string }
    expect(must(await call(contracts.getUnit, county.officer, { params: { unitId: county.bureau } }))).toMatchObject({
      leadingGroups: [{ members: [{ personName: '陈可为', seat: 'chair' }] }],
    })
    must(await call(contracts.putMemberEnd, county.keeper, { params: { memberId }, body: { lastDay: '2026-11-01' } }))
    must(await call(contracts.putLeadingGroupEnd, county.keeper, { params: { groupId }, body: { lastDay: '2026-11-02' } }))
  })

  test('the register names who answers for each unit within reach', async () => {
    must(
      await call(contracts.putResponsiblePerson, county.keeper, {
        params: { unitId: county.bureau },
        body: { personId: person, validFrom: '2022-03-01', contactPhone: '0960-5022130' },
      }),
    )
    expect(rowsOf(await call(contracts.getResponsiblePeople, county.officer))).toMatchObject([
      { unitName: '青岚县教育局', personName: '陈可为', personTitle: '局长' },
    ])
    expect(rowsOf(await call(contracts.getResponsiblePeople, county.stranger))).toEqual([])
    expect(textOf(await call(contracts.getResponsiblePeopleCsv, county.officer))).toContain('青岚县教育局,陈可为,局长,,0960-5022130,2022-03-01')
  })

  test('a disclosure office manages what is below it and nothing beside it', async () => {
    const office = as(county.officer.actor.accountId, '林知夏', grant('disclosure-office', county.bureau, [county.bureau, county.office]))
    const body = { personId: person, validFrom: day('2026-03-02') }
    must(await call(contracts.putResponsiblePerson, office, { params: { unitId: county.bureau }, body }))
    expect(codesOf(await call(contracts.putResponsiblePerson, office, { params: { unitId: county.town }, body }))).toEqual(['not-found'])
  })
})
