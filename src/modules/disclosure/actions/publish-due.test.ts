// Scheduled publication goes out in its time, in the name of whoever scheduled it; a failure is told, not repeated.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { accounts, codesOf, county, layCounty, must, noon, type County } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import { publishDue } from '../jobs.ts'
import './publish-due.ts'

let database: FreshDatabase
let town: County
const clock = standingClock(noon, 'Asia/Shanghai')
const evening = new Date('2026-11-20T10:00:00Z')
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

const lastStep = async (editionId: string) => {
  const { rows } =
    await sql`select step, by_name as "by", detail->>'failure' as failure from disclosure.step_taken where edition_id = ${editionId} order by id desc limit 1`.execute(
      database.db,
    )
  return rows[0]
}

describe('a scheduled publication', () => {
  it('waits for its time and then goes out in the name of the scheduler', async () => {
    const editionId = await town.signed()
    expect(codesOf(await town.step('zhu', 'schedule', editionId))).toEqual(['time-missing'])
    expect(codesOf(await town.step('zhu', 'schedule', editionId, { time: noon }))).toEqual(['time-past'])
    must(await town.step('zhu', 'schedule', editionId, { time: evening }))
    expect(await publishDue(database, clock)).toEqual({ published: 0, failed: 0 })
    clock.set(evening)
    expect(await publishDue(database, clock)).toEqual({ published: 1, failed: 0 })
    expect(await town.stateOf(editionId)).toBe('published')
    expect(await lastStep(editionId)).toEqual({ step: 'publish', by: '朱明', failure: null })
    expect(await publishDue(database, clock)).toEqual({ published: 0, failed: 0 })
  })

  it('can be taken off the schedule', async () => {
    const editionId = await town.signed()
    expect(codesOf(await town.step('fen', 'unschedule', editionId))).toEqual(['not-scheduled'])
    must(await town.step('fen', 'schedule', editionId, { time: evening }))
    must(await town.step('fen', 'unschedule', editionId))
    clock.set(new Date(evening.getTime() + 60_000))
    expect(await publishDue(database, clock)).toEqual({ published: 0, failed: 0 })
    expect(await town.stateOf(editionId)).toBe('signed')
  })

  it('that cannot go out is taken off the schedule, recorded, and told to scheduler and author', async () => {
    const editionId = await town.signed({ title: '定时发布的公告' })
    must(await town.step('fen', 'schedule', editionId, { time: evening }))
    await sql`update access.account set disabled_at = ${noon} where id = ${accounts.fen}`.execute(database.db)
    clock.set(new Date(evening.getTime() + 120_000))
    expect(await publishDue(database, clock)).toEqual({ published: 0, failed: 1 })
    expect(await town.stateOf(editionId)).toBe('signed')
    expect(await lastStep(editionId)).toEqual({ step: 'unschedule', by: '冯远', failure: 'not-found' })
    expect(await town.toldTo('fen')).toContain('定时发布没有成功，请处理：定时发布的公告')
    expect(await town.toldTo('lin')).toContain('定时发布没有成功，请处理：定时发布的公告')
    expect(await publishDue(database, clock)).toEqual({ published: 0, failed: 0 })
    await sql`update access.account set disabled_at = null where id = ${accounts.fen}`.execute(database.db)
  })
})
