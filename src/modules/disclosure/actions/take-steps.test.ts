// Batch signing: what may be signed is signed, what may not is told one by one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { county, layCounty, must, secrecy, type County } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { StepName } from '../law/steps.ts'
import { takeSteps, type BatchRow } from './take-steps.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

async function batch(step: StepName, editionIds: readonly string[]): Promise<Record<string, BatchRow>> {
  const by = await town.by('fen')
  const rows = await database.transaction((tx) => takeSteps(tx, by, { editionIds, step, input: { opinion: '同意。' } }))
  return Object.fromEntries(rows.map((row) => [row.editionId, row]))
}
const awaiting = async (important = false): Promise<string> => {
  const editionId = await town.draft({ important })
  must(await town.step('lin', 'submit', editionId))
  must(await town.step('he', 'approve-section', editionId))
  must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
  return editionId
}

describe('batch signing', () => {
  it('signs what may be signed and tells of each other why not', async () => {
    const [good, important, draft, foreign] = [await awaiting(), await awaiting(true), await town.draft(), '00000000-0000-4000-8000-00000000dead']
    const rows = await batch('sign', [good, important, draft, foreign, good])
    expect(Object.keys(rows)).toHaveLength(4)
    expect(rows[good]).toMatchObject({ title: '关于做好冬季校园取暖工作的通知', outcome: { state: 'signed' }, refusals: [] })
    expect(rows[important]!.refusals.map((refusal) => refusal.code)).toEqual(['main-leader-signs'])
    expect(rows[draft]!.refusals.map((refusal) => refusal.code)).toEqual(['wrong-state', 'secrecy-review-missing'])
    expect(rows[foreign]!.refusals.map((refusal) => refusal.code)).toEqual(['not-found'])
    expect([await town.stateOf(good), await town.stateOf(important), await town.stateOf(draft)]).toEqual(['signed', 'signing', 'draft'])
  })

  it('leaves nothing of a refused one behind', async () => {
    const important = await awaiting(true)
    await batch('sign', [important])
    const { rows } = await sql`select step from disclosure.step_taken where edition_id = ${important} and step = 'sign'`.execute(database.db)
    expect(rows).toEqual([])
  })

  it('is not for steps that ask for something of their own', async () => {
    const editionId = await awaiting()
    expect((await batch('return-from-signing', [editionId]))[editionId]!.refusals.map((refusal) => refusal.code)).toEqual(['step-not-for-many'])
  })
})
