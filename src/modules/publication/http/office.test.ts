// Columns and settings belong to the whole site: only the very right that a route asks for counts, however far others reach.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Actor, Reach } from '../../../kernel/actor.ts'
import type { Contract } from '../../../kernel/contract.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import type { Call } from '../../../platform/http/routes.ts'
import { putUnit } from '../actions/put-unit.ts'
import { publicationRoutes } from './office.ts'
import { unitProfile } from '../rules/unit-profile.ts'

const now = new Date('2026-11-22T02:00:00Z')
const [county, bureau] = [randomUUID(), randomUUID()]
/** Reads everything as an inspector of the county, and manages the columns of a bureau. */
const actor: Actor = {
  accountId: randomUUID(),
  name: '王',
  grants: [
    { role: 'inspector', unitId: county, sectionId: null, reach: [county, bureau], onBehalfOf: null },
    { role: 'disclosure-office', unitId: bureau, sectionId: null, reach: [bureau], onBehalfOf: null },
  ],
}
const reachOf = (...unitIds: string[]): Reach => ({ everywhere: false, unitIds, sectionIds: [], askedUnitIds: [] })
const body = {
  parentId: null,
  slug: 'xin',
  name: '新栏目',
  kind: 'general',
  statutoryItem: null,
  description: '',
  keywords: '',
  shownOnHome: false,
  hidden: false,
}

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const common = {
    frontCode: '11100000000013338W',
    position: 1,
    emptyColumns: 'none-held',
    successorId: null,
    validUntil: null,
    profile: unitProfile.parse({}),
  } as const
  await database.transaction(async (tx) => {
    await putUnit(tx, { ...common, id: county, parentId: null, kind: 'government', name: '县人民政府', shortName: '县政府', slug: 'xzf' }, now)
    await putUnit(tx, { ...common, id: bureau, parentId: county, kind: 'department', name: '县民政局', shortName: '民政局', slug: 'mzj' }, now)
  })
})
afterAll(() => database.close())

const createColumn = (reach: Reach) => {
  const route = publicationRoutes.find(({ contract }) => contract.method === 'POST' && contract.path === '/columns')
  return database.transaction((tx) =>
    route!.handle({ tx, body, actor, reach, clock: standingClock(now, 'Asia/Shanghai'), audit: () => undefined } as unknown as Call<Contract>),
  )
}

describe('a new column', () => {
  it('is refused to who manages one bureau, though another post of theirs reads the county', async () => {
    expect(await createColumn(reachOf(bureau))).toMatchObject({ ok: false, refusals: [{ code: 'not-allowed' }] })
  })

  it('is made by who manages the county', async () => {
    expect(await createColumn(reachOf(county, bureau))).toMatchObject({ ok: true })
  })
})
