// What fills the forms of a round can be asked of many units at once, on a real database: every unit has an answer, and what is counted of one is not counted of another.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Reach } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { channelFigures, figuresByUnit } from '../channels/index.ts'
import { putPublic } from '../channels/fixtures.ts'
import { smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { normativeDocumentsOfUnits } from '../publication/index.ts'
import { yearOfUnits } from '../requests/index.ts'

const reach: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
const span = { from: day('2025-01-01'), until: day('2025-12-31') }
let database: FreshDatabase
let county: SmallCounty

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  await database.transaction(async (tx) => {
    await putPublic(tx, { unitId: county.bureau, listedAt: '2025-03-03' })
    await sql`
      insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
        arrived_on, received_on, due_on, calendar_version, provisional, outcome, concluded_on, changed_at)
      values (${randomUUID()}, 'SQ2025-1', '\\x00', ${county.bureau}, 'counter', 'business', '某某', '某事项', '某事项', 'paper', 'post', now(), 'closed', 1,
        '2025-03-03', '2025-03-03', '2025-03-31', 'shipped', false, 'granted', '2025-03-10', now())`.execute(tx)
  })
})
afterAll(() => database.close())

it('is told of each unit by itself', async () => {
  const unitIds = [county.bureau, county.town]
  const years = await yearOfUnits(database.db, unitIds, 2025)
  expect(unitIds.map((id) => years.get(id)?.table.granted)).toMatchObject([{ business: 1, all: 1 }, { business: 0, all: 0 }]) // prettier-ignore
  expect(unitIds.map((id) => years.get(id)?.remedies.reconsideration.total)).toEqual([0, 0])
  expect((await channelFigures(database.db, { reach, line: 'government' }, span)).distinct).toBe(1)
  expect((await figuresByUnit(database.db, { reach, line: 'government' }, span)).map((unit) => [unit.unitId, unit.distinct])).toEqual([[county.bureau, 1]])
  expect([...(await normativeDocumentsOfUnits(database.db, unitIds, 2025)).values()].map(({ made }) => made)).toEqual([0, 0])
})
