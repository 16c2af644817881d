// The public face of a unit.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { anItem, civilAffairs, publishItem, valueOf } from '../fixtures.ts'
import type { PublicUnit } from '../rules/public-unit.ts'
import { unitProfile } from '../rules/unit-profile.ts'
import { publicationOf } from '../store/tables.ts'
import { putUnit } from './put-unit.ts'

const at = new Date('2026-11-22T04:15:00Z')
let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it('is brought up to date, while documents keep the name under which they went out', async () => {
  const unit: PublicUnit = {
    id: civilAffairs.unitId, parentId: null, kind: 'department', name: '青岚县民政局', shortName: '县民政局', slug: 'minzheng', frontCode: civilAffairs.frontCode,
    position: 1, emptyColumns: 'none-held', profile: unitProfile.parse({ telephone: '0745-4224393' }), successorId: null, validUntil: null,
  } // prettier-ignore
  await database.transaction((tx) => putUnit(tx, unit, at))
  const { documentId } = valueOf(await publishItem(database, anItem(), at))
  await database.transaction((tx) => putUnit(tx, { ...unit, name: '青岚县民政和社会工作局' }, at))
  const row = await publicationOf(database.db).selectFrom('publication.unit').select(['name', 'profile']).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ name: '青岚县民政和社会工作局', profile: { telephone: '0745-4224393' } })
  expect(await publicationOf(database.db).selectFrom('publication.document').select('unit_name').where('id', '=', documentId).executeTakeFirst()).toEqual({
    unit_name: '青岚县民政局',
  })
})
